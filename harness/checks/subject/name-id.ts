import { defineCheck, type Fault } from '../../model/check.ts';
import { at, hasAssertion } from '../assertion/_assertions.ts';

export default defineCheck({
  id: 'subject/name-id',
  title: {
    holds: 'The assertion names its subject by one NameID',
    fails: 'The assertion does not name its subject by one NameID',
  },
  why: 'Without a name nobody can be logged in; with two, products differ in whom they log in.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → NameID value',
    change: 'Map the NameID to an attribute that every user has.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1.4',
      says: 'The assertions contain a Subject that represents the person who presented the request.',
    },
    { document: 'saml-core', section: '2.4.1', says: 'A Subject contains one identifier at most.' },
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'The NameID equals the user name of an existing user.',
    },
  ],
  messages: {
    'no-subject': 'The assertion has no Subject; one with a NameID is needed.',
    absent: 'The Subject has no NameID; one is needed.',
    several: 'The Subject has {count} NameID elements; one is allowed.',
  },
  applies: hasAssertion,
  run: ({ response }) =>
    response.assertions.flatMap(({ element, subject }): Fault<'no-subject' | 'absent' | 'several'>[] => {
      const expected = 'one NameID';
      if (subject === undefined)
        return [{ message: 'no-subject', expected, observed: 'no Subject', where: at(response, element) }];
      const count = subject.nameIds.length;
      const encrypted = subject.element.children.some(
        (node) => node.kind === 'element' && node.local === 'EncryptedID',
      );
      if (count === 1 || (count === 0 && encrypted)) return [];
      return [
        {
          message: count === 0 ? 'absent' : 'several',
          data: { count },
          expected,
          observed: count === 0 ? 'none' : `${count}`,
          where: at(response, subject.nameIds[1]?.element ?? subject.element),
        },
      ];
    }),
});
