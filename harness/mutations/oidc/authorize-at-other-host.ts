import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRound } from './_change.ts';

export default defineMutation({
  id: 'oidc/authorize-at-other-host',
  title: 'People are sent to an address that imitates the provider',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withRound(record, 'federation', {
        authorizeUrl: record.federation?.authorizeUrl?.replace('acme.1kosmos.net', 'acme-1kosmos.example'),
      }),
  },
  breaks: ['oidc/request-endpoint'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.2.1', 'The request goes to the authorization endpoint.')],
  needsArtifacts: ['oidc'],
});
