import type { AccountFacts, RoleFacts, SamlProviderFacts } from '../account-facts.ts';
import { type ProviderArn, parseProviderArn, parseRoleArn, type RoleArn } from '../arn.ts';
import type { AssertionFacts } from '../assertion-facts.ts';
import { type Claims, readClaims } from '../claims.ts';
import { type ConditionContext, joinContexts } from '../policy/context.ts';
import { roleTagContext, samlContext } from '../saml-context.ts';
import { type DecisionCase, type DecisionInput, defaultDecisionSettings } from './types.ts';

/** Finds providers and roles by ARN; made once for many decisions. */
export interface AccountIndex {
  readonly provider: (arn: string) => SamlProviderFacts | undefined;
  readonly role: (arn: string) => RoleFacts | undefined;
  /** The role's ARN taken apart, whether or not the account has the role. */
  readonly roleArn: (arn: string) => RoleArn | undefined;
}

export function indexAccount({ providers, roles }: AccountFacts): AccountIndex {
  const providerByArn = new Map(providers.map((provider) => [provider.arn, provider]));
  const roleByArn = new Map(roles.map((role) => [role.arn, role]));
  const parsed = new Map(roles.map(({ arn }) => [arn, parseRoleArn(arn)]));
  return {
    provider: (arn) => providerByArn.get(arn),
    role: (arn) => roleByArn.get(arn),
    roleArn: (arn) => parsed.get(arn) ?? parseRoleArn(arn),
  };
}

/** What an assertion says to one provider: the part of a case that the role does not change. */
export interface Bearing {
  readonly provider: ProviderArn | undefined;
  readonly claims: Claims | undefined;
  readonly context: ConditionContext;
}

/** @param known the claims, where the caller has read them before */
export function readBearing(
  facts: AssertionFacts | undefined,
  provider: ProviderArn | undefined,
  request: { readonly now: number; readonly sourceIp?: string | undefined },
  known?: Claims,
): Bearing {
  if (facts === undefined) return { provider, claims: undefined, context: () => undefined };
  const claims = known ?? readClaims(facts.attributes, provider?.partition);
  if (provider === undefined) return { provider, claims, context: () => undefined };
  const { now, sourceIp } = request;
  const asked = sourceIp === undefined ? { now } : { now, sourceIp };
  return { provider, claims, context: samlContext(facts, claims, provider, asked) };
}

/** Puts together all that the steps look at. */
export function openCase(
  input: Omit<DecisionInput, 'account'>,
  account: AccountIndex,
  bearing?: Bearing,
): DecisionCase {
  const { request, response, now } = input;
  const facts = response.readable ? response.facts : undefined;
  const roleFacts = account.role(request.roleArn ?? '');
  const { provider, claims, context } =
    bearing ??
    readBearing(facts, parseProviderArn(request.principalArn ?? ''), { now, sourceIp: request.sourceIp });
  return {
    request,
    response,
    now,
    facts,
    provider,
    roleFacts,
    claims,
    requestId: input.requestId ?? '00000000-0000-0000-0000-000000000000',
    settings: { ...defaultDecisionSettings, ...input.settings },
    role: account.roleArn(request.roleArn ?? ''),
    providerFacts: account.provider(request.principalArn ?? ''),
    context: roleFacts === undefined ? context : joinContexts(roleTagContext(roleFacts.tags), context),
  };
}
