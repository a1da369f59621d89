import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';
import { withSubset } from './_doctype.ts';

export default defineMutation({
  id: 'parser/entity-of-file',
  title: 'An entity reads a file of the target',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      withSubset(
        intoExtensions(xml, '<note xmlns="urn:example:note">&file;</note>'),
        '<!ENTITY file SYSTEM "file:///etc/hostname">',
      ),
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
  cves: ['CVE-2016-10127', 'CVE-2016-10149', 'CVE-2022-35741'],
  attack: {
    against: 'sp',
    mechanism:
      'The content of a local file becomes part of the message and of what is shown or logged of it.',
    weakness: ['doctype-allowed'],
    needs: ['signed-assertion'],
  },
});
