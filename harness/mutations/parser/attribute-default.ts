import { defineMutation } from '../../model/mutation.ts';
import { escapeXml, removeAttribute } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';
import { withSubset } from './_doctype.ts';

export default defineMutation({
  id: 'parser/attribute-default',
  title: 'The document type supplies the Destination',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) => {
      const without = removeAttribute(openEnvelope(xml), 'Response', 'Destination');
      const root = /<([\w.:-]*Response)[\s>]/.exec(without)?.[1] ?? 'Response';
      return withSubset(without, `<!ATTLIST ${root} Destination CDATA "${escapeXml(acsUrl)}">`);
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
  attack: {
    against: 'sp',
    mechanism:
      'Attributes that a document type gives by default are there for one reader and missing for another.',
    weakness: ['doctype-allowed'],
    needs: ['signed-assertion'],
  },
});
