import type { IdentityPool, PrincipalTag } from '../../model/identity-pool-records.ts';
import type { RoleFacts, SamlProviderFacts } from '../account-facts.ts';
import { parseProviderArn } from '../arn.ts';
import type { AssertionFacts } from '../assertion-facts.ts';
import { readClaims } from '../claims.ts';
import { type AccountIndex, indexAccount, openCase } from '../decide/case.ts';
import { samlContext } from '../saml-context.ts';
import { chooseRole, type RoleRefusal, type RoleSource } from './choose-role.ts';
import { poolLimits } from './limits.ts';
import { poolLoginOf } from './login.ts';
import { findLoginRefusal } from './login-steps.ts';
import { principalTagsOf, tagFault } from './principal-tags.ts';
import { askRoleTrust } from './role-trust.ts';

export type PoolRefusalCode =
  | 'ValidationException'
  | 'NotAuthorizedException'
  | 'InvalidIdentityPoolConfigurationException';

/** What a person would get of an identity pool: a role and tags, or the refusal. */
export type PoolPrediction = {
  /** Numbers of the rules that match, from 1; empty where the pool has no rules for the provider. */
  readonly matching: readonly number[];
} & (
  | {
      readonly outcome: 'given';
      readonly role: string;
      readonly source: RoleSource;
      /** Number of the rule that gives the role, from 1. */
      readonly rule?: number;
      /** Which part of the trust policy lets the person in. */
      readonly trustedBy: 'web-identity' | 'saml';
      readonly tags: readonly PrincipalTag[];
    }
  | {
      readonly outcome: 'refused';
      /** `GetId` where the login itself does not count, else `GetCredentialsForIdentity`. */
      readonly operation: 'GetId' | 'GetCredentialsForIdentity';
      readonly code: PoolRefusalCode;
      readonly says: string;
    }
);

export interface PoolWorld {
  readonly pool: IdentityPool;
  readonly roles: readonly RoleFacts[];
  /** The SAML provider by which everybody logs in. */
  readonly provider: SamlProviderFacts;
  /** Sent by the application with GetCredentialsForIdentity. */
  readonly customRoleArn?: string;
}

export interface PoolArrival {
  readonly assertion: AssertionFacts;
  /** Characters of the encoded response; unknown of one that is yet to be sent. */
  readonly length?: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Opens a pool for its people: the account is indexed once. Pure. */
export function openPoolPredictor(world: PoolWorld): (arrival: PoolArrival) => PoolPrediction {
  const { pool, provider, customRoleArn } = world;
  const index = indexAccount({ providers: [provider], roles: world.roles });
  return (arrival) => {
    const { assertion, now } = arrival;
    const refusal = refuseLogin(world, index, arrival);
    if (refusal !== undefined) return { outcome: 'refused', operation: 'GetId', matching: [], ...refusal };
    const login = poolLoginOf(provider.arn, assertion);
    const choice = chooseRole(pool, login, customRoleArn);
    const matching = choice.rules.flatMap(({ matches }, number) => (matches ? [number + 1] : []));
    const refuse = (code: PoolRefusalCode, says: string): PoolPrediction => ({
      outcome: 'refused',
      operation: 'GetCredentialsForIdentity',
      matching,
      code,
      says,
    });
    if (!choice.granted) {
      const { code, says } = choiceRefusals[choice.refusal];
      return refuse(code, says);
    }
    const tags = principalTagsOf(pool, login);
    const fault = tagFault(tags);
    if (fault !== undefined) return refuse(misconfigured, fault);
    const role = index.role(choice.roleArn);
    if (role === undefined) return refuse(misconfigured, `The account has no role ${choice.roleArn}.`);
    const trust = askRoleTrust(role, {
      identityPoolId: pool.identityPoolId,
      // Nobody knows it before the first login; conditions on one identity are not foretold.
      identityId: '',
      provider: provider.arn,
      source: choice.source,
      tags,
      ...samlKeys(assertion, provider.arn, now),
      now,
    });
    if (!trust.allowed) return refuse(misconfigured, `${role.name}: ${trust.says}`);
    const { source, rule, roleArn } = choice;
    return {
      outcome: 'given',
      role: roleArn,
      source,
      matching,
      ...(rule === undefined ? {} : { rule: rule + 1 }),
      trustedBy: trust.by,
      tags,
    };
  };
}

/** Why GetId already refuses the login, or nothing. */
function refuseLogin(
  { pool, provider }: PoolWorld,
  index: AccountIndex,
  { assertion, length = 0, now }: PoolArrival,
): { readonly code: PoolRefusalCode; readonly says: string } | undefined {
  const { max } = poolLimits.loginToken;
  if (length > max)
    return {
      code: 'ValidationException',
      says: `The response has ${length} characters; a login has at most ${max}.`,
    };
  if (!pool.samlProviders.includes(provider.arn))
    return { code: notAuthorized, says: `The pool does not list ${provider.arn}.` };
  const opened = openCase(
    { request: { principalArn: provider.arn }, response: { readable: true, facts: assertion }, now },
    index,
  );
  const found = findLoginRefusal(provider.arn, opened);
  return found && { code: notAuthorized, says: found.reason.says };
}

const notAuthorized = 'NotAuthorizedException';
const misconfigured = 'InvalidIdentityPoolConfigurationException';

const choiceRefusals: Readonly<
  Record<RoleRefusal, { readonly code: PoolRefusalCode; readonly says: string }>
> = {
  'no-rule-matches': { code: notAuthorized, says: 'No rule matches, and the role resolution is to deny.' },
  'several-roles': {
    code: notAuthorized,
    says: 'The assertion names several roles, and the application asks for none of them.',
  },
  'no-single-role': {
    code: notAuthorized,
    says: 'The mapping leads to no single role, and the role resolution is to deny.',
  },
  'custom-role': {
    code: notAuthorized,
    says: 'The role that the application asks for is none that the person may choose.',
  },
  'no-authenticated-role': {
    code: misconfigured,
    says: 'The role resolution is the default role, and the pool has none.',
  },
  'no-role': { code: misconfigured, says: 'Neither a rule nor the assertion nor the pool gives a role.' },
};

function samlKeys(assertion: AssertionFacts, arn: string, now: number) {
  const provider = parseProviderArn(arn);
  if (provider === undefined) return {};
  return {
    saml: samlContext(assertion, readClaims(assertion.attributes, provider.partition), provider, { now }),
  };
}
