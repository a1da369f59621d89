import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { at } from './_assertions.ts';

export default defineCheck({
  id: 'assertion/same-subject',
  title: {
    holds: 'All assertions in the Response speak of the same person',
    fails: 'The assertions in the Response speak of different persons',
  },
  why: 'Which person is logged in then depends on which assertion the service provider happens to read.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor: a Response answers for one login of one person.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-errata',
      section: 'E26',
      says: 'If a Response contains several assertions, the Subject of each refers to the same principal.',
    },
    {
      assumption: 'Two NameIDs of one format with different values name two persons.',
      known:
        'Erratum E26 lets the Subjects of one principal differ, for example in their NameID; a reader cannot tell that from two persons.',
    },
  ],
  messages: {
    differs: 'One assertion names {nameId}, another one {other}; all have to name the same person.',
  },
  applies: ({ response }) => response.assertions.length > 1 || 'The Response carries one assertion at most.',
  run: ({ response }) => {
    const named = response.assertions.flatMap(({ subject }) => subject?.nameIds.slice(0, 1) ?? []);
    const first = named[0];
    if (first === undefined) return [];
    return named
      .filter((nameId) => nameId.text !== first.text && nameId.format === first.format)
      .map((nameId) => ({
        message: 'differs',
        data: { nameId: quote(first.text), other: quote(nameId.text) },
        expected: `${quote(first.text)} in each`,
        observed: quoteAll([first.text, nameId.text]),
        where: at(response, nameId.element),
      }));
  },
});
