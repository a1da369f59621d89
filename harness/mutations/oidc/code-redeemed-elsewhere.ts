import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withTokenCall } from './_change.ts';

export default defineMutation({
  id: 'oidc/code-redeemed-elsewhere',
  title: 'The code is sent to somebody else’s token endpoint',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withTokenCall(record, { url: 'https://evil.example/token' }),
  },
  breaks: ['oidc/token-address'],
  hostile: true,
  safe: 'refuses',
  refs: [practice('4.4', 'In a mix-up the code reaches the attacker.')],
  needsArtifacts: ['oidc'],
});
