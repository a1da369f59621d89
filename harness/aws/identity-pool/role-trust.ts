import type { PrincipalTag } from '../../model/identity-pool-records.ts';
import type { RoleFacts } from '../account-facts.ts';
import { explainDenial } from '../decide/trust.ts';
import { type ConditionContext, contextOf, joinContexts } from '../policy/context.ts';
import { evaluateTrust, type TrustVerdict } from '../policy/evaluate.ts';
import { roleTagContext } from '../saml-context.ts';
import type { RoleSource } from './choose-role.ts';
import { poolIssuer } from './limits.ts';

/** Who asks for a role, and how they came by it. */
export interface PoolAssumption {
  readonly identityPoolId: string;
  readonly identityId: string;
  /** ARN of the SAML provider, or the name of another; absent for a guest. */
  readonly provider: string | undefined;
  readonly source: RoleSource | 'unauthenticated-role';
  readonly tags: readonly PrincipalTag[];
  /** Condition keys of the assertion, where the role comes from there. */
  readonly saml?: ConditionContext;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type RoleTrust =
  | { readonly allowed: true; readonly by: 'web-identity' | 'saml' }
  | {
      readonly allowed: false;
      /** Action that is not allowed; absent where the policy cannot be read. */
      readonly action?: string;
      readonly says: string;
      readonly expected: string;
      readonly observed: string;
    };

/**
 * Whether a role lets the people of an identity pool in: AssumeRoleWithWebIdentity to cognito-identity.amazonaws.com,
 * and TagSession where there are tags. A role that the assertion names may trust the SAML provider instead; AWS does
 * not say which of the two it asks for.
 */
export function askRoleTrust(role: Pick<RoleFacts, 'trust' | 'tags'>, asked: PoolAssumption): RoleTrust {
  if (!('policy' in role.trust)) {
    const { says } = role.trust.fault;
    return { allowed: false, says, expected: 'a trust policy that can be read', observed: says };
  }
  const { policy } = role.trust;
  const ask = (action: string, provider: string, context: ConditionContext) =>
    evaluateTrust(policy, { action, provider, context: joinContexts(roleTagContext(role.tags), context) });
  const web = webIdentityContext(asked);
  const byWeb = firstDenial(['sts:AssumeRoleWithWebIdentity', ...tagAction(asked)], (action) =>
    ask(action, poolIssuer, web),
  );
  if (byWeb === undefined) return { allowed: true, by: 'web-identity' };
  const { saml } = asked;
  const { provider } = asked;
  if (asked.source === 'assertion' && saml !== undefined && provider !== undefined) {
    const context = joinContexts(tagContext(asked.tags), saml);
    const bySaml = firstDenial(['sts:AssumeRoleWithSAML', ...tagAction(asked)], (action) =>
      ask(action, provider, context),
    );
    if (bySaml === undefined) return { allowed: true, by: 'saml' };
  }
  return { allowed: false, action: byWeb.action, ...explainDenial(byWeb.verdict, byWeb.action) };
}

/** Condition keys of a web identity from an identity pool. Source: developer guide, "Role trust and permissions". */
export function webIdentityContext(asked: PoolAssumption): ConditionContext {
  const { identityPoolId, identityId, provider, tags, now } = asked;
  return joinContexts(
    tagContext(tags),
    contextOf({
      [`${poolIssuer}:aud`]: identityPoolId,
      [`${poolIssuer}:sub`]: identityId,
      [`${poolIssuer}:amr`]: methodsOf(provider),
      'aws:CurrentTime': `${new Date(now).toISOString().slice(0, 19)}Z`,
      'aws:EpochTime': String(Math.floor(now / 1000)),
      'aws:SecureTransport': 'true',
    }),
  );
}

/** Values of `amr`: that beside `authenticated` the provider is named is known of others, and assumed of SAML. */
export function methodsOf(provider: string | undefined): readonly string[] {
  return provider === undefined ? ['unauthenticated'] : ['authenticated', provider];
}

function tagAction({ tags }: PoolAssumption): readonly string[] {
  return tags.length === 0 ? [] : ['sts:TagSession'];
}

function tagContext(tags: readonly PrincipalTag[]): ConditionContext {
  if (tags.length === 0) return () => undefined;
  const each = tags.map(({ key, value }) => [`aws:RequestTag/${key}`, value] as const);
  return contextOf({ ...Object.fromEntries(each), 'aws:TagKeys': tags.map(({ key }) => key) });
}

function firstDenial(actions: readonly string[], ask: (action: string) => TrustVerdict) {
  for (const action of actions) {
    const verdict = ask(action);
    if (verdict.outcome !== 'allowed') return { action, verdict };
  }
  return undefined;
}
