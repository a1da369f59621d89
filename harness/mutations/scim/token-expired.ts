import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/token-expired',
  title: 'The access token has expired',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(
        record,
        { operation: 'PatchUser' },
        { status: 401, reason: 'The access token has expired' },
      ),
  },
  breaks: ['scim/accepted'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    refs.userGuide(
      'Generate an access token',
      'An access token is valid for one year; provisioning stops when it expires.',
    ),
  ],
  needsArtifacts: ['scim'],
});
