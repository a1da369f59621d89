import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'oidc/callback-without-tls',
  title: 'A callback URL of the client is not https',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => ({
      ...record,
      client: {
        ...record.client,
        callbackUrls: [...record.client.callbackUrls, 'http://app.acme.example/callback'],
      },
    }),
  },
  breaks: ['oidc/application-callback'],
  hostile: false,
  safe: 'unaffected',
  refs: [practice('2.6', 'Authorization responses are sent by TLS.')],
  needsArtifacts: ['oidc'],
});
