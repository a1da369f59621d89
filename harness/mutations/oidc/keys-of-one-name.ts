import { jwk } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withKey } from './_change.ts';

export default defineMutation({
  id: 'oidc/keys-of-one-name',
  title: 'Two keys have the same name',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withKey(record, 1, { kid: 'signing-1' }),
  },
  breaks: ['oidc/keys-named'],
  hostile: false,
  safe: 'unaffected',
  refs: [jwk('4.5', 'Keys of a set should have different names.')],
  needsArtifacts: ['oidc'],
});
