import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasNameId, nameIdsOf } from './_name-ids.ts';

export default defineCheck({
  id: 'subject/name-id-white-space',
  title: {
    holds: 'No white space stands round the NameID',
    fails: 'White space stands round the NameID',
  },
  why: 'The value is compared exactly: with a space or line break it names nobody, or somebody only where a product trims it.',
  fix: {
    console: 'Identity provider',
    field: "User profile, or the application's NameID value",
    change: 'Remove the white space from the stored value; do not pretty-print assertions.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '1.3.1',
      says: 'Strings are compared byte for byte; nobody may depend on white space being trimmed.',
    },
  ],
  messages: { found: 'The NameID {value} begins or ends with white space, which counts as a part of it.' },
  applies: hasNameId,
  run: ({ response }) =>
    nameIdsOf(response)
      .filter(({ text }) => text !== text.trim())
      .map(({ element, text }) => ({
        message: 'found',
        data: { value: quote(text) },
        expected: quote(text.trim()),
        observed: JSON.stringify(text),
        where: at(response, element),
      })),
});
