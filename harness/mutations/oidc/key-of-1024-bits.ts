import { defineMutation } from '../../model/mutation.ts';
import { withKey } from './_change.ts';

export default defineMutation({
  id: 'oidc/key-of-1024-bits',
  title: 'A key has 1,024 bits',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withKey(record, 1, { n: Buffer.alloc(128, 0xb3).toString('base64url') }),
  },
  breaks: ['oidc/keys-strong'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: 'nist-sp-800-131a', section: '3', says: 'RSA keys of less than 2,048 bits are not allowed.' },
  ],
  needsArtifacts: ['oidc'],
});
