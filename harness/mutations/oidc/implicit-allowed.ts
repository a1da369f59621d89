import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'oidc/implicit-allowed',
  title: 'The client may use the implicit grant',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => ({ ...record, client: { ...record.client, flows: ['code', 'implicit'] } }),
  },
  breaks: ['oidc/application-code-flow'],
  hostile: false,
  safe: 'unaffected',
  refs: [practice('2.1.2', 'The implicit grant is not used.')],
  needsArtifacts: ['oidc'],
});
