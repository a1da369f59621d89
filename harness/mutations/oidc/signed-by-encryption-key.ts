import { jwk } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withKey } from './_change.ts';

export default defineMutation({
  id: 'oidc/signed-by-encryption-key',
  title: 'The key of the ID token is published for encryption',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withKey(record, 0, { use: 'enc' }),
  },
  breaks: ['oidc/id-token-key'],
  hostile: false,
  safe: 'unaffected',
  refs: [jwk('4.2', 'use says what a key is for.')],
  needsArtifacts: ['oidc'],
});
