import { jwk } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withKey } from './_change.ts';

export default defineMutation({
  id: 'oidc/key-without-name',
  title: 'A key has no name',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withKey(record, 1, { kid: undefined }),
  },
  breaks: ['oidc/keys-named'],
  hostile: false,
  safe: 'unaffected',
  refs: [jwk('4.5', 'kid is used to match a key.')],
  needsArtifacts: ['oidc'],
});
