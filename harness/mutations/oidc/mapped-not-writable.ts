import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'oidc/mapped-not-writable',
  title: 'The client may write the e-mail address alone',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => ({ ...record, client: { ...record.client, writeAttributes: ['email'] } }),
  },
  breaks: ['oidc/mapping-writable'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    cognito(
      'cognito-user-pools-specifying-attribute-mapping',
      'The client must be able to write mapped attributes.',
    ),
  ],
  needsArtifacts: ['oidc'],
});
