import { defineMutation } from '../../model/mutation.ts';
import { insertBefore } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';
import { forgeAssertion } from './_forged.ts';
import { rebind } from './_prefix.ts';

export default defineMutation({
  id: 'parser/prefix-rebound',
  title: 'A forged assertion has the usual prefix, bound to another namespace',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      insertBefore(
        openEnvelope(xml),
        'Response/Assertion',
        rebind(forgeAssertion(xml, context), 'urn:example:other'),
      ),
  },
  breaks: ['response/schema'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'xml',
      section: 'Namespaces in XML 1.0, 6.1',
      says: 'A prefix stands for the namespace of its nearest declaration; names are compared by namespace and local part.',
    },
  ],
  cves: ['CVE-2025-66567'],
  attack: {
    against: 'sp',
    mechanism:
      'A reader that goes by prefix takes an element of a foreign namespace for an assertion; a verifier that goes by namespace does not see it.',
    weakness: ['names-without-namespace', 'unsigned-parts-read'],
    needs: ['signed-assertion'],
  },
});
