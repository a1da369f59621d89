import { jwk } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withKey } from './_change.ts';

export default defineMutation({
  id: 'oidc/private-key-published',
  title: 'A private key is published',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withKey(record, 0, { d: 'X4cTteJY' }),
  },
  breaks: ['oidc/keys-public'],
  hostile: false,
  safe: 'unaffected',
  refs: [jwk('9.2', 'Private keys are not to be disclosed.')],
  needsArtifacts: ['oidc'],
});
