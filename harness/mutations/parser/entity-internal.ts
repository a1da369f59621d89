import { defineMutation } from '../../model/mutation.ts';
import { nameIdText, withSubset, writeNameId } from './_doctype.ts';

export default defineMutation({
  id: 'parser/entity-internal',
  title: 'The NameID stands in an entity of the document type',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => withSubset(writeNameId(xml, '&who;'), `<!ENTITY who "${nameIdText(xml)}">`),
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
  cves: ['CVE-2025-25291', 'CVE-2018-0486'],
  attack: {
    against: 'sp',
    mechanism:
      'Verifier and reader may expand an entity differently, and then see different names under one signature.',
    weakness: ['doctype-allowed'],
  },
});
