import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withSignature } from './_change.ts';

export default defineMutation({
  id: 'oidc/signed-by-stranger-of-same-name',
  title: 'The ID token is signed by a stranger’s key under the name of the provider’s',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withSignature(record, 'not-verified'),
  },
  breaks: ['oidc/id-token-signature'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 6: the signature is verified.')],
  needsArtifacts: ['oidc'],
});
