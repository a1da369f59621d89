import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/answer-asked-elsewhere',
  title: 'The pool’s request asks for the answer at an attacker’s address',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'federation', { redirect_uri: 'https://evil.example/callback' }),
  },
  breaks: ['oidc/request-redirect-uri', 'oidc/callback-address'],
  hostile: true,
  safe: 'refuses',
  refs: [practice('4.1', 'Codes are sent to registered addresses alone.')],
  needsArtifacts: ['oidc'],
});
