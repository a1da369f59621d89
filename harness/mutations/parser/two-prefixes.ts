import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertBefore } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';
import { forgeAssertion } from './_forged.ts';
import { prefixOf } from './_prefix.ts';

export default defineMutation({
  id: 'parser/two-prefixes',
  title: 'A forged assertion uses another prefix for the same namespace',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const forged = forgeAssertion(xml, context);
      const prefix = prefixOf(forged);
      const renamed = forged
        .replace(new RegExp(`(</?)${prefix}(?=\\w)`, 'g'), '$1z:')
        .replace(/^<z:Assertion/, `<z:Assertion xmlns:z="${NS.saml}"`);
      return insertBefore(openEnvelope(xml), 'Response/Assertion', renamed);
    },
  },
  breaks: [
    'assertion/same-subject',
    'metadata/sp-assertions-signed',
    'response/one-assertion',
    'signature/coverage',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'xml',
      section: 'Namespaces in XML 1.0, 6.1',
      says: 'A prefix stands for the namespace of its nearest declaration; names are compared by namespace and local part.',
    },
  ],
  cves: ['CVE-2025-66567', 'CVE-2025-25291'],
  attack: {
    against: 'sp',
    mechanism:
      'A verifier that finds assertions by prefix sees the signed one only; a reader that goes by namespace takes the forged one, which comes first.',
    weakness: ['unsigned-parts-read'],
    needs: ['signed-assertion'],
  },
});
