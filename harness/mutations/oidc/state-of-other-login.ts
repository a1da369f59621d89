import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withCallback } from './_change.ts';

export default defineMutation({
  id: 'oidc/state-of-other-login',
  title: 'The answer has the state of another login',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withCallback(record, 'federation', { state: 'Jq0yTn6sU2aVb4cXd8eZfAgBhCiDjEkFlGmHnIoJpKq' }),
  },
  breaks: ['oidc/callback-state'],
  hostile: true,
  safe: 'refuses',
  refs: [oauth('10.12', 'The state is compared.')],
  needsArtifacts: ['oidc'],
});
