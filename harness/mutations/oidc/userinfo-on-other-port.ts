import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/userinfo-on-other-port',
  title: 'Userinfo is answered on a port that a pool does not call',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { userinfo_endpoint: 'https://acme.1kosmos.net:8443/userinfo' }),
  },
  breaks: ['oidc/discovery-https'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-oidc-idp', 'Endpoints use TCP port 80 or 443.')],
  needsArtifacts: ['oidc'],
});
