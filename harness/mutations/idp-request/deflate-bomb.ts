import { deflateRawSync } from 'node:zlib';
import { defineMutation } from '../../model/mutation.ts';
import { changeRequest } from '../request/_query.ts';

export default defineMutation({
  id: 'idp-request/deflate-bomb',
  title: 'A request of fifty megabytes, compressed a thousand times',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) =>
      changeRequest(url, (xml) =>
        deflateRawSync(Buffer.concat([xml, Buffer.alloc(50_000_000, ' ')]), { level: 9 }),
      ),
  },
  breaks: ['request/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'The message is compressed with DEFLATE and encoded in base64.',
    },
    {
      document: 'owasp',
      section: 'XML Security Cheat Sheet, Denial of Service',
      says: 'Documents are bounded in size, depth and number of parts before and while they are read.',
    },
  ],
  cves: ['CVE-2023-28119', 'CVE-2023-26483'],
  attack: {
    against: 'idp',
    mechanism: 'An identity provider that looks at the size before it inflates runs out of memory or time.',
    weakness: ['request-inflates-unbounded'],
    watch: 'answer-time',
  },
});
