import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withHeader, withSignature } from './_change.ts';

export default defineMutation({
  id: 'oidc/signed-by-stranger',
  title: 'The ID token is signed by a key that nobody published',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withSignature(withHeader(record, { kid: 'signing-9' }), 'not-verified'),
  },
  breaks: ['oidc/id-token-signature', 'oidc/id-token-key'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 6: the issuer’s keys are used.')],
  needsArtifacts: ['oidc'],
});
