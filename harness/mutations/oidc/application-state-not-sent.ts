import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/application-state-not-sent',
  title: 'The application sends no state',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'application', { state: undefined }),
  },
  breaks: ['oidc/application-state'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('10.12', 'state prevents CSRF.')],
  needsArtifacts: ['oidc'],
});
