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
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Subject identifies the principal who logged in.',
    },
    { document: 'saml-core', section: '2.4.1', says: 'A Subject contains one identifier at most.' },
  ],
  messages: {
    'no-subject': 'The assertion has no Subject.',
    absent: 'The Subject has no NameID.',
    several: 'The Subject has {count} NameID elements.',
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
