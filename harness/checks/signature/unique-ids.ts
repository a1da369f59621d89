import { defineCheck } from '../../model/check.ts';
import type { XmlElement } from '../../model/xml.ts';
import { attr, descendants } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'signature/unique-ids',
  title: {
    holds: 'No two elements of the Response have the same ID',
    fails: 'Two elements of the Response have the same ID',
  },
  why: 'A signature refers to an element by ID: with two of them, the verifier may check one and the reader use the other.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor, and look for whoever made this message.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'Where an object declares an identifier, there is exactly one such declaration.',
    },
    { document: 'xml', section: '3.3.1', says: 'A value of the type ID appears once in a document.' },
  ],
  messages: { repeated: 'The ID {id} is there more than once; each has to be unique.' },
  applies: ({ response }) => response.element !== undefined || 'The Response cannot be read.',
  run: ({ response }) => {
    const elements = response.element === undefined ? [] : [...descendants(response.element)];
    const bearers = Map.groupBy(elements, idOf);
    return response.duplicateIds.map((id) => {
      const [, second] = bearers.get(id) ?? [];
      return {
        message: 'repeated',
        data: { id: quote(id) },
        expected: 'each ID once',
        observed: quote(id),
        ...(second === undefined ? {} : { where: at(response, second) }),
      };
    });
  },
});

/** The first of the spellings that a lax verifier may look for. */
function idOf(element: XmlElement): string | undefined {
  return attr(element, 'ID') ?? attr(element, 'Id') ?? attr(element, 'id');
}
