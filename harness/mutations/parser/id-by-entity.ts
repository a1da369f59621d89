import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, insertBefore } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';
import { withSubset } from './_doctype.ts';
import { forgeAssertion, forgedId } from './_forged.ts';

export default defineMutation({
  id: 'parser/id-by-entity',
  title: 'A forged assertion writes the signed one’s ID with an entity',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const id = attributeOf(xml, 'Response/Assertion', 'ID');
      const forged = forgeAssertion(xml, context).replace(forgedId(xml), `${id.slice(0, -1)}&end;`);
      const both = insertBefore(openEnvelope(xml), 'Response/Assertion', forged);
      return withSubset(both, `<!ENTITY end "${id.slice(-1)}">`);
    },
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
  cves: ['CVE-2025-23369', 'CVE-2025-25292'],
  attack: {
    against: 'sp',
    mechanism:
      'Some processors look IDs up before they expand entities, some after; so the forged assertion stands where the signed one is looked for.',
    weakness: ['doctype-allowed', 'duplicate-ids-allowed'],
    needs: ['signed-assertion'],
  },
});
