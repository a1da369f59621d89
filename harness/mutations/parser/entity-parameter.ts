import { defineMutation } from '../../model/mutation.ts';
import { nameIdText, withSubset, writeNameId } from './_doctype.ts';

export default defineMutation({
  id: 'parser/entity-parameter',
  title: 'A parameter entity declares the entity that holds the NameID',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      withSubset(writeNameId(xml, '&name;'), `<!ENTITY % who '<!ENTITY name "${nameIdText(xml)}">'> %who;`),
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Filters that look for entities in the document type do not see one that another entity declares.',
    weakness: ['doctype-allowed'],
  },
});
