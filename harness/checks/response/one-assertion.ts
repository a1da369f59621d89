import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';

export default defineCheck({
  id: 'response/one-assertion',
  title: {
    holds: 'The Response carries one assertion and no more',
    fails: 'The Response carries more than one assertion',
  },
  why: 'IAM Identity Center refuses it; products that take it may read the one and verify the other.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Send one assertion with all statements in it.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'One assertion in a response is supported, and no more.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A successful response carries at least one assertion; more than one is not forbidden.',
    },
  ],
  messages: { more: 'The Response carries {count} assertions; one is wanted.' },
  applies: ({ response: { assertions, encryptedAssertions } }) =>
    assertions.length + encryptedAssertions.length > 0 || 'The Response carries no assertion.',
  run: ({ response: { document, assertions, encryptedAssertions } }) => {
    const elements = [...assertions.map(({ element }) => element), ...encryptedAssertions];
    const second = elements[1];
    if (second === undefined) return [];
    const count = elements.length;
    const where = locate('response', second, document);
    return [
      { message: 'more', data: { count }, expected: 'one assertion', observed: `${count} assertions`, where },
    ];
  },
});
