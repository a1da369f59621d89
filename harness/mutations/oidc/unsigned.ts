import { jwtPractice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withHeader, withSignature } from './_change.ts';

export default defineMutation({
  id: 'oidc/unsigned',
  title: 'The ID token is not signed: alg is none',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withSignature(withHeader(record, { alg: 'none', kid: undefined }), 'none'),
  },
  breaks: ['oidc/id-token-algorithm', 'oidc/id-token-signature'],
  hostile: true,
  safe: 'refuses',
  refs: [jwtPractice('3.2', 'none is never taken unless it is asked for.')],
  needsArtifacts: ['oidc'],
});
