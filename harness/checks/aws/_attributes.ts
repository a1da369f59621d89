import { partitions } from '../../aws/partitions.ts';
import { type RolePair, type RoleValueReading, readRoleValue } from '../../aws/role-attribute.ts';
import { type AwsAttribute, afterAttributePrefix, awsAttributes } from '../../aws/saml-attributes.ts';
import { readSignInAddress } from '../../aws/sign-in-addresses.ts';
import type { AccountRecord } from '../../model/aws-records.ts';
import type { AttributeReading, ResponseReading, TextReading } from '../../model/readings.ts';
import { bearerData } from '../assertion/_assertions.ts';
import { attributesOf } from '../attributes/_attributes.ts';

interface Given {
  readonly response: ResponseReading;
}

/** The partition that a login leads to: the account's, else that of the Recipient, else the commercial one. */
export function partitionOf(response: ResponseReading, account: AccountRecord | undefined): string {
  if (account !== undefined) return account.partition;
  const recipients = bearerData(response).flatMap(({ recipient }) => recipient ?? []);
  return recipients.map((url) => readSignInAddress(url)?.partition).find((id) => id !== undefined) ?? 'aws';
}

/** What follows AWS's prefix of any partition; `aws/attribute-partition` alone judges which of them it is. */
export function awsName({ name }: AttributeReading): string | undefined {
  if (name === undefined) return undefined;
  return partitions.map(({ id }) => afterAttributePrefix(name, id)).find((after) => after !== undefined);
}

/** Attribute elements of one name that AWS knows, in document order. */
export function awsAttributesOf(response: ResponseReading, attribute: AwsAttribute): AttributeReading[] {
  return attributesOf(response).filter((one) => awsName(one) === awsAttributes[attribute]);
}

/** All values of an attribute, those of repeated elements joined. */
export function valuesOf(response: ResponseReading, attribute: AwsAttribute): TextReading[] {
  return awsAttributesOf(response, attribute).flatMap(({ values }) => values);
}

/** The first value of an attribute that has exactly one; checks on its form leave the others to the check on their number. */
export function onlyValue(response: ResponseReading, attribute: AwsAttribute): TextReading | undefined {
  const values = valuesOf(response, attribute);
  return values.length === 1 ? values[0] : undefined;
}

/** Why a check on the form of a value has nothing to judge, or `true`. */
export function hasOnlyValue(response: ResponseReading, attribute: AwsAttribute): true | string {
  return (
    onlyValue(response, attribute) !== undefined ||
    `The response has no ${awsAttributes[attribute]} attribute with one value.`
  );
}

/** A session tag: the attribute, and the key within its name. */
export interface SessionTag {
  readonly key: string;
  readonly attribute: AttributeReading;
}

export function tagsOf(response: ResponseReading): SessionTag[] {
  const prefix = awsAttributes.principalTag;
  return attributesOf(response).flatMap((attribute) => {
    const name = awsName(attribute);
    return name?.startsWith(prefix) === true ? [{ key: name.slice(prefix.length), attribute }] : [];
  });
}

export function hasTags({ response }: Given): true | string {
  return tagsOf(response).length > 0 || 'The response has no session tag.';
}

/** One value of the Role attribute, read. */
export interface RoleValue {
  readonly value: TextReading;
  readonly reading: RoleValueReading;
}

export function roleValuesOf(response: ResponseReading): RoleValue[] {
  return valuesOf(response, 'role').map((value) => ({ value, reading: readRoleValue(value.text) }));
}

export function hasRoleValues({ response }: Given): true | string {
  return roleValuesOf(response).length > 0 || 'The response has no Role attribute with a value.';
}

/** A role that the response offers, and where. */
export interface OfferedRole {
  readonly value: TextReading;
  readonly pair: RolePair;
}

/** The values that name a role and a provider of one account; the others are told by the checks on their form. */
export function offeredRoles(response: ResponseReading): OfferedRole[] {
  return roleValuesOf(response).flatMap(({ value, reading }) =>
    'pair' in reading ? [{ value, pair: reading.pair }] : [],
  );
}

export function hasOfferedRole({ response }: Given): true | string {
  return offeredRoles(response).length > 0 || 'The response has no well-formed pair of role and provider.';
}
