import { defineCheck } from '../../model/check.ts';
import type { XmlElement } from '../../model/xml.ts';
import { NS } from '../../saml/namespaces.ts';
import { descendants, locate } from '../../saml/tree.ts';

// The content of other vocabularies, in Extensions or StatusDetail, is theirs to shape.
const judged: readonly string[] = [NS.saml, NS.samlp, NS.ds];

export default defineCheck({
  id: 'response/plain-values',
  title: {
    holds: 'No value in the Response is broken up by a comment, a processing instruction or CDATA',
    fails: 'A value in the Response is broken up by a comment, a processing instruction or CDATA',
  },
  why: 'Readers disagree on such a value: one takes all of it, another the part before the comment, and so another person.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims',
    change: 'Send values as plain text; look where the comment comes from, for it may be an attack.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'xml',
      section: '2.5',
      says: 'Comments may stand anywhere in content and are no part of the character data.',
    },
    {
      assumption: 'No product has reason to write a comment, a processing instruction or CDATA into a value.',
      known:
        'Readers that cut a value off at the comment have let people log in as others: CVE-2017-11427 and its kin, CVE-2018-0489.',
    },
  ],
  messages: { broken: 'The value of {name} contains {what}; plain text is wanted.' },
  run: ({ response: { document, element } }) =>
    [...(element ? descendants(element) : [])]
      .filter(({ namespace }) => judged.includes(namespace))
      .flatMap((inner) => {
        const what = oddityOf(inner);
        if (what === undefined) return [];
        const where = locate('response', inner, document);
        return {
          message: 'broken' as const,
          data: { name: inner.name, what },
          expected: 'plain text',
          observed: what,
          where,
        };
      }),
});

/** What stands in a value beside plain text; nothing for an element that holds only elements and blanks. */
function oddityOf({ children }: XmlElement): string | undefined {
  const isValue = children.some(
    (child) => child.kind === 'cdata' || (child.kind === 'text' && child.text.trim() !== ''),
  );
  if (!isValue) return undefined;
  const kinds = children.map(({ kind }) => kind);
  if (kinds.includes('comment')) return 'a comment';
  if (kinds.includes('processing-instruction')) return 'a processing instruction';
  return kinds.includes('cdata') ? 'a CDATA section' : undefined;
}
