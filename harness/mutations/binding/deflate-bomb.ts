import { deflateRawSync } from 'node:zlib';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/deflate-bomb',
  title: 'Fifty megabytes, compressed a thousand times',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) =>
      deflateRawSync(Buffer.concat([Buffer.from(parameter, 'base64'), Buffer.alloc(50_000_000, ' ')]), {
        level: 9,
      }).toString('base64'),
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.4',
      says: 'The message travels base64-encoded in the form field SAMLResponse of a form that is sent by POST.',
    },
    {
      document: 'owasp',
      section: 'XML Security Cheat Sheet, Denial of Service',
      says: 'Documents are bounded in size, depth and number of parts before and while they are read.',
    },
  ],
  cves: ['CVE-2025-25293', 'CVE-2023-28119', 'CVE-2023-26483'],
  attack: {
    against: 'sp',
    mechanism:
      'A target that inflates posts, and looks at the size before it does, runs out of memory or time.',
    weakness: ['inflates-posts'],
    watch: 'answer-time',
  },
});
