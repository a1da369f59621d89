import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/userinfo-without-tls',
  title: 'Userinfo is asked for without TLS',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { userinfo_endpoint: 'http://acme.1kosmos.net/userinfo' }),
  },
  breaks: ['oidc/discovery-https'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-oidc-idp', 'Endpoints use HTTPS.')],
  needsArtifacts: ['oidc'],
});
