import { awsAttributes } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at, hasAssertion } from '../assertion/_assertions.ts';
import { awsAttributesOf } from './_attributes.ts';
import { misnamedAttributes } from './_names.ts';

export default defineCheck({
  id: 'aws/role-attribute',
  title: {
    holds: 'The response says which roles the person may take on',
    fails: 'The response does not say which roles the person may take on',
  },
  why: 'AWS sign-in shows only “Your request included an invalid SAML response”.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change:
      'Add the attribute https://aws.amazon.com/SAML/Attributes/Role with the ARNs of role and provider.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.assertions('The Role attribute has one or more values, each a role and a provider.')],
  messages: {
    absent: 'No attribute is named https://aws.amazon.com/SAML/Attributes/Role.',
    empty: 'The Role attribute has no value.',
  },
  applies: ({ response }) => {
    if (misnamedAttributes(response).some(({ meant }) => meant === awsAttributes.role))
      return 'The attribute is there under another name; aws/attribute-name or aws/attribute-friendly-name tells.';
    return hasAssertion({ response });
  },
  run: ({ response }) => {
    const attributes = awsAttributesOf(response, 'role');
    const hasValue = attributes.some(({ values }) => values.some(({ text }) => text.trim() !== ''));
    const element = attributes[0]?.element ?? response.assertions[0]?.element;
    if (hasValue || element === undefined) return [];
    const message = attributes.length === 0 ? 'absent' : 'empty';
    const expected = 'at least one pair of role and provider';
    return [{ message, expected, observed: 'none', where: at(response, element) }];
  },
});
