import { chooseRole, type RoleChoice } from '../../aws/identity-pool/choose-role.ts';
import { type PoolLogin, poolLoginOf } from '../../aws/identity-pool/login.ts';
import type { Fix, Where } from '../../model/check.ts';
import type {
  IdentityPoolRecord,
  PoolAnswer,
  PoolCall,
  RoleMapping,
  RoleRule,
} from '../../model/identity-pool-records.ts';
import type { ResponseReading } from '../../model/readings.ts';
import type { SpecRef } from '../../model/spec.ts';
import { assertionFactsOf } from '../aws/_trust.ts';

export interface Given {
  readonly response: ResponseReading;
  readonly 'identity-pool': IdentityPoolRecord;
}

const guide = 'https://docs.aws.amazon.com/cognito/latest/developerguide';

/** Pages of the Cognito developer guide. @param says the sentence relied on, in our words */
export const refs = {
  saml: page('SAML identity providers (identity pools)', `${guide}/saml-identity-provider.html`),
  rules: page('Role-based access control', `${guide}/role-based-access-control.html`),
  tags: page('Attributes for access control', `${guide}/using-attributes-for-access-control.html`),
  trust: page('Role trust and permissions', `${guide}/role-trust-and-permissions.html`),
  flow: page('Identity pools authentication flow', `${guide}/authentication-flow.html`),
  api: page(
    'Identity pools API reference',
    'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html',
  ),
} as const;

function page(section: string, url: string) {
  return (says: string): SpecRef => ({ document: 'aws-cognito', section, says, url });
}

const userAccess = 'Identity pools → the pool → User access';

/** Fields of the consoles. */
export const fixes = {
  provider: (change: string) => cognito(`${userAccess} → the SAML provider`, change),
  roles: (change: string) => cognito(`${userAccess} → the SAML provider → Role settings`, change),
  tags: (change: string) =>
    cognito(`${userAccess} → the SAML provider → Attributes for access control`, change),
  guests: (change: string) => cognito(`${userAccess} → Guest access`, change),
  properties: (change: string) => cognito('Identity pools → the pool → Identity pool properties', change),
  trust: (change: string): Fix => ({
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change,
  }),
  claims: (change: string): Fix => ({
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change,
  }),
  application: (change: string): Fix => ({
    console: 'Application',
    field: 'Calls of the identity pool',
    change,
  }),
} as const;

function cognito(field: string, change: string): Fix {
  return { console: 'Amazon Cognito', field, change };
}

export function at(path: string): Where {
  return { artifact: 'identity-pool', path };
}

/** The mapping of the rollout's provider, and its place. */
export function mappingOf({
  pool,
  provider,
}: IdentityPoolRecord): { readonly mapping: RoleMapping; readonly path: string } | undefined {
  const index = pool.roleMappings.findIndex((one) => one.provider === provider);
  const mapping = pool.roleMappings[index];
  return mapping && { mapping, path: `/pool/roleMappings/${index}` };
}

export function hasMapping({ 'identity-pool': record }: Pick<Given, 'identity-pool'>): true | string {
  return mappingOf(record) !== undefined || 'The pool has no role mapping of this provider.';
}

/** Rules of the rollout's provider with their places; none where its roles come from elsewhere. */
export function rulesOf(record: IdentityPoolRecord): { readonly rule: RoleRule; readonly path: string }[] {
  const found = mappingOf(record);
  if (found === undefined) return [];
  return found.mapping.rules.map((rule, index) => ({ rule, path: `${found.path}/rules/${index}` }));
}

export function hasRules({ 'identity-pool': record }: Pick<Given, 'identity-pool'>): true | string {
  return rulesOf(record).length > 0 || 'The pool chooses no role of this provider by rules.';
}

/** Custom tag mappings of the rollout's provider with their places. */
export function tagLinesOf({ pool, provider }: IdentityPoolRecord) {
  const index = pool.principalTags.findIndex((one) => one.provider === provider);
  const map = pool.principalTags[index];
  if (map === undefined || map.useDefaults) return [];
  return map.tags.map((line) => ({ ...line, path: `/pool/principalTags/${index}/tags` }));
}

export function hasTagLines({ 'identity-pool': record }: Pick<Given, 'identity-pool'>): true | string {
  return tagLinesOf(record).length > 0 || 'The pool has no custom mapping of principal tags.';
}

/** Calls that were answered in this way, with their places. */
export function callsAnswered<O extends PoolAnswer['outcome']>(record: IdentityPoolRecord, outcome: O) {
  return record.calls.flatMap((call, index) => {
    const { answer } = call;
    return isOutcome(answer, outcome) ? [{ call, answer, path: `/calls/${index}` }] : [];
  });
}

function isOutcome<O extends PoolAnswer['outcome']>(
  answer: PoolAnswer,
  outcome: O,
): answer is Extract<PoolAnswer, { outcome: O }> {
  return answer.outcome === outcome;
}

export function hasCalls({ 'identity-pool': { calls } }: Pick<Given, 'identity-pool'>): true | string {
  return calls.length > 0 || 'The identity pool was not called.';
}

/** The login as the pool sees it; `undefined` when there is no assertion to read. */
export function loginOf({ response, 'identity-pool': record }: Given): PoolLogin | undefined {
  const [assertion] = response.assertions;
  return assertion && poolLoginOf(record.provider, assertionFactsOf(response));
}

export function hasLogin(given: Given): true | string {
  return loginOf(given) !== undefined || 'There is no assertion that can be read.';
}

/** Role that the application asked for by name, in the call that was to give credentials. */
export function customRoleOf({ calls }: IdentityPoolRecord): string | undefined {
  return credentialCall({ calls })?.call.customRoleArn;
}

/** The first call that was to give credentials. */
export function credentialCall({
  calls,
}: Pick<IdentityPoolRecord, 'calls'>): { readonly call: PoolCall; readonly path: string } | undefined {
  const index = calls.findIndex(({ operation }) => operation === 'GetCredentialsForIdentity');
  const call = calls[index];
  return call && { call, path: `/calls/${index}` };
}

/** Which role the pool's configuration leads to for this login. */
export function choiceOf(given: Given): RoleChoice | undefined {
  const record = given['identity-pool'];
  const login = loginOf(given);
  return login && chooseRole(record.pool, login, customRoleOf(record));
}
