import type { ProfileRule } from '../../model/profile.ts';

/** What AWS refuses, by its documentation or its recorded answers. */
const refused = [
  ...['role-attribute', 'role-pair', 'role-white-space', 'role-partition', 'role-case', 'role-account'],
  ...['role-provider', 'role-exists', 'role-reserved', 'roles-agreed', 'roles-offered', 'assumed-role'],
  ...['session-name', 'session-name-single', 'session-name-characters', 'session-name-length'],
  ...['session-duration', 'session-duration-range', 'session-expires', 'attribute-single'],
  ...['source-identity', 'set-source-identity', 'tag-session', 'transitive-tags'],
  ...['tag-count', 'tag-key-length', 'tag-value-length', 'tag-characters', 'tag-unique', 'tag-single'],
  ...['attribute-name', 'attribute-friendly-name', 'attribute-partition', 'name-id-format'],
  ...['audience', 'service', 'recipient', 'recipient-trusted', 'redeem-in-time', 'page-size'],
  ...['metadata-key-size', 'metadata-key-count', 'provider-exists', 'provider-issuer'],
  ...['provider-private-keys', 'encryption', 'encryption-recipient'],
  ...['trust-readable', 'trust-provider', 'trust-action', 'trust-conditions', 'trust-denied'],
  ...['fallback-administrator', 'accepted', 'answer-identity', 'answer-expected'],
  ...['request-arns', 'request-duration', 'request-endpoint'],
];

/** What works today and ends badly, or what AWS passes over in silence. */
const unwise = [
  ...['role-repeated', 'session-name-person', 'session-duration-role', 'attribute-unknown'],
  ...['access-control-attributes', 'attribute-name-format', 'condition-key-once', 'destination'],
  ...['relay-state', 'provider-certificate', 'provider-expiry', 'trust-audience', 'trust-wildcard'],
  ...['name-qualifier', 'packed-size'],
];

const worthKnowing = ['session-end', 'provider-alike'];

/** Severity of the checks on direct IAM federation. */
export const awsRules: Readonly<Record<string, ProfileRule>> = Object.fromEntries([
  ...refused.map((name) => [`aws/${name}`, { severity: 'error' }] as const),
  ...unwise.map((name) => [`aws/${name}`, { severity: 'warning' }] as const),
  ...worthKnowing.map((name) => [`aws/${name}`, { severity: 'info' }] as const),
]);
