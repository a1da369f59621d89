import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/access-token-swapped',
  title: 'The access token is that of another login',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { at_hash: 'Zm9yYW5vdGhlcnRva2VuLg' }),
  },
  breaks: ['oidc/id-token-access-hash'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.8', 'at_hash is compared.')],
  needsArtifacts: ['oidc'],
});
