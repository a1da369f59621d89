import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasNameId, nameIdsOf } from './_name-ids.ts';

export default defineCheck({
  id: 'subject/user-name',
  title: {
    holds: "The NameID equals the person's user name in the service provider's directory",
    fails: "The NameID differs from the person's user name in the service provider's directory",
  },
  why: 'The person is not found and cannot log in, or somebody else of that name is logged in.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → NameID value',
    change:
      'Map the NameID to the attribute that the directory uses as user name, and provision both from one source.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'The NameID equals exactly the user name of an existing user, not the e-mail attribute.',
    },
    { document: 'saml-core', section: '1.3.1', says: 'Strings are compared byte for byte, case and all.' },
  ],
  messages: {
    other: 'The NameID is {nameId}; the directory has the user name {userName}.',
    case: 'The NameID is {nameId}; the directory has the user name {userName}, which differs in upper and lower case.',
  },
  applies: (evidence) => {
    if (evidence.setup.user === undefined) return 'Who the person is in the directory is not known.';
    if (evidence.setup.user === null) return 'The directory has no such person.';
    return hasNameId(evidence);
  },
  run: ({ response, setup: { user } }) =>
    nameIdsOf(response)
      // White space round the value is told by subject/name-id-white-space alone.
      .filter(({ text }) => user != null && text.trim() !== user.userName)
      .map(({ element, text }) => {
        const userName = user?.userName ?? '';
        return {
          message: text.toLowerCase() === userName.toLowerCase() ? 'case' : 'other',
          data: { nameId: quote(text), userName: quote(userName) },
          expected: quote(userName),
          observed: quote(text),
          where: at(response, element),
        };
      }),
});
