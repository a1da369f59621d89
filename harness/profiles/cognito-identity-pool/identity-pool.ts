import type { ProfileRule } from '../../model/profile.ts';

/** What AWS refuses, or what gives somebody other access than was agreed. */
const refused = [
  ...['provider-listed', 'provider-arn', 'provider-name-length', 'provider-account'],
  ...['mapping-provider', 'mapping-type', 'role-resolution', 'default-role', 'role-source'],
  ...['rule-claim-length', 'rule-claim-characters', 'rule-value-length', 'rule-operator', 'rule-role'],
  ...['rule-count', 'rule-claim-sent', 'guest-role-apart'],
  ...['tags-provider', 'tag-key', 'tag-claim-length', 'tag-count', 'tag-unique', 'tag-claim-sent'],
  ...['tag-value', 'tag-bytes', 'tags-agreed', 'tags-given'],
  ...['trust-readable', 'trust-principal', 'trust-action', 'trust-audience', 'trust-pool', 'trust-method'],
  ...['trust-authenticated', 'trust-tags', 'trust-conditions'],
  ...['login-key', 'login-token', 'login-length', 'pool-asked', 'endpoint', 'identity-kept'],
  ...['redeem-in-time', 'answer-expected', 'used-once', 'call-unsigned'],
  ...['role-agreed', 'role-given', 'custom-role', 'role-claim', 'name-id-lasting', 'identity-stable'],
];

/** What works today and ends badly, or what AWS leaves open. */
const unwise = [
  ...['classic-flow', 'guests', 'rule-reachable', 'rule-claim-single', 'trust-set-operator'],
  ...['enhanced-flow', 'role-chosen', 'session-length'],
];

const worthKnowing = ['role-claim-used'];

/** Of the checks on direct federation those that an identity pool asks as well: the page of IAM is the same. */
const asForIam = [
  ...['audience', 'recipient', 'service', 'role-pair', 'role-white-space', 'role-partition', 'role-case'],
  ...['role-account', 'role-repeated', 'attribute-name', 'attribute-friendly-name', 'name-id-format'],
];

const rules = (area: string, names: readonly string[], severity: ProfileRule['severity']) =>
  names.map((name) => [`${area}/${name}`, { severity }] as const);

/** Severity of the checks on identity pools. */
export const identityPoolRules: Readonly<Record<string, ProfileRule>> = Object.fromEntries([
  ...rules('aws', asForIam, 'error'),
  ...rules('identity-pool', refused, 'error'),
  ...rules('identity-pool', unwise, 'warning'),
  ...rules('identity-pool', worthKnowing, 'info'),
]);
