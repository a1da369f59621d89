import type { AwsAttribute } from '../../aws/saml-attributes.ts';
import type { AccountRecord, SamlProviderRecord, StsAttempt, StsRecord } from '../../model/aws-records.ts';
import type { Mutation } from '../../model/mutation.ts';
import type { Setup } from '../../model/records.ts';
import { changeProvider, changeTrust, type TrustStatement } from '../../mutations/aws/_account.ts';
import { setValues } from '../../mutations/aws/_message.ts';
import { mutations } from '../../mutations/index.ts';
import { removeElement } from '../../mutations/kit/edit.ts';
import { attributeXml } from '../../mutations/kit/genuine-iam-messages.ts';
import { changed } from '../check-tester.ts';

/** A mutation of the family by its name. */
export function broken(name: string): Mutation {
  const found = mutations.find(({ id }) => id === `aws/${name}`);
  if (found === undefined) throw new Error(`There is no mutation "aws/${name}".`);
  return found;
}

/** Changes of the genuine login into IAM roles. */
export const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });
export const account = (apply: (record: AccountRecord) => AccountRecord) => changed({ on: 'account', apply });
export const setup = (apply: (record: Setup) => Setup) => changed({ on: 'setup', apply });
export const sts = (apply: (record: StsRecord) => StsRecord) => changed({ on: 'sts', apply });
export const attempts = (change: (attempt: StsAttempt) => StsAttempt) =>
  sts((record) => ({ attempts: record.attempts.map(change) }));
export const provider = (change: (one: SamlProviderRecord) => SamlProviderRecord) =>
  account((record) => changeProvider(record, change));
export const trust = (change: (statement: TrustStatement) => readonly TrustStatement[]) =>
  account((record) => changeTrust(record, change));
export const values = (attribute: AwsAttribute, ...texts: readonly string[]) =>
  response((xml) => setValues(xml, attribute, ...texts));
export const noAttributes = {
  name: 'there are no attributes',
  given: response((xml) => removeElement(xml, 'AttributeStatement')),
};
export const onlyAttribute = (name: string, ...texts: readonly string[]) =>
  response((xml) =>
    xml.replace(
      /<saml:AttributeStatement>[\s\S]*<\/saml:AttributeStatement>/,
      () => `<saml:AttributeStatement>${attributeXml(name, texts)}</saml:AttributeStatement>`,
    ),
  );
export const noAssertion = {
  name: 'there is no assertion',
  given: response((xml) => removeElement(xml, 'Assertion')),
};
