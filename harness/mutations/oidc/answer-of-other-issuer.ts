import { issuerParameter } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withCallback } from './_change.ts';

export default defineMutation({
  id: 'oidc/answer-of-other-issuer',
  title: 'The answer names another provider: a mix-up',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withCallback(record, 'federation', { iss: 'https://evil.example' }),
  },
  breaks: ['oidc/callback-issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [issuerParameter('2.4', 'The client compares iss with the issuer that it asked.')],
  needsArtifacts: ['oidc'],
});
