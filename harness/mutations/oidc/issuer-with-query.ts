import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'oidc/issuer-with-query',
  title: 'The issuer was typed with a query',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => ({ ...record, issuer: `${record.issuer}?tenant=acme` }),
  },
  breaks: ['oidc/issuer-form', 'oidc/discovery-issuer', 'oidc/id-token-issuer', 'oidc/callback-issuer'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('2', 'The issuer has no query.')],
  needsArtifacts: ['oidc'],
});
