import type { ProviderArn } from './arn.ts';
import type { AssertionFacts } from './assertion-facts.ts';
import type { Claims } from './claims.ts';
import type { ConditionContext } from './policy/context.ts';
import { conditionKeyOf } from './saml-attributes.ts';
import { conditionSubjectType, nameQualifier } from './subject.ts';

/** Request facts that conditions may ask for beside the assertion. */
export interface RequestFacts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Address of the caller; its keys are absent when it is not known. */
  readonly sourceIp?: string;
}

/**
 * The condition keys of an AssumeRoleWithSAML request.
 * Sources: IAM User Guide, "IAM and AWS STS condition context keys" (saml:…), "Passing session tags" (aws:RequestTag,
 * aws:TagKeys, sts:TransitiveTagKeys), "Global condition context keys".
 */
export function samlContext(
  facts: AssertionFacts,
  claims: Claims,
  provider: ProviderArn,
  request: RequestFacts,
): ConditionContext {
  const keys = new Map<string, readonly string[]>();
  const add = (key: string, value: string | undefined) => {
    if (value !== undefined) keys.set(key, [value]);
  };
  addAttributes(keys, facts);
  add('saml:aud', facts.confirmations[0]?.recipient);
  add('saml:iss', facts.issuer);
  add('saml:sub', facts.nameId?.value);
  if (facts.nameId !== undefined) add('saml:sub_type', conditionSubjectType(facts.nameId.format));
  if (facts.issuer !== undefined)
    add('saml:namequalifier', nameQualifier(facts.issuer, provider.account, provider.name));
  add('saml:doc', `${provider.account}/${provider.name}`);
  addTags(keys, claims);
  add('sts:sourceidentity', claims.sourceIdentities[0]);
  add('sts:rolesessionname', claims.roleSessionNames[0]);
  add('aws:currenttime', `${new Date(request.now).toISOString().slice(0, 19)}Z`);
  add('aws:epochtime', String(Math.floor(request.now / 1000)));
  add('aws:securetransport', 'true');
  add('aws:sourceip', request.sourceIp);
  return (lookup) => keys.get(lookup);
}

/** `aws:ResourceTag/…` of the role that is to be assumed. */
export function roleTagContext(
  tags: readonly { readonly key: string; readonly value: string }[],
): ConditionContext {
  if (tags.length === 0) return () => undefined;
  const keys = new Map(tags.map(({ key, value }) => [`aws:resourcetag/${key.toLowerCase()}`, [value]]));
  return (lookup) => keys.get(lookup);
}

/** Where two attributes fill one key, the first counts: AWS says that only one is mapped, not which. */
function addAttributes(keys: Map<string, readonly string[]>, { attributes }: AssertionFacts): void {
  for (const { name, values } of attributes) {
    const key = conditionKeyOf(name);
    if (key === undefined) continue;
    const lookup = `saml:${key.toLowerCase()}`;
    if (!keys.has(lookup)) keys.set(lookup, values);
  }
}

function addTags(keys: Map<string, readonly string[]>, { tags, transitiveTagKeys }: Claims): void {
  for (const { key, values } of tags) keys.set(`aws:requesttag/${key.toLowerCase()}`, values.slice(0, 1));
  if (tags.length > 0)
    keys.set(
      'aws:tagkeys',
      tags.map(({ key }) => key),
    );
  if (transitiveTagKeys.length > 0) keys.set('sts:transitivetagkeys', transitiveTagKeys);
}
