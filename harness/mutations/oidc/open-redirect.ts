import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withProbe } from './_change.ts';

export default defineMutation({
  id: 'oidc/open-redirect',
  title: 'The pool answers at an address that was not registered',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withProbe(record, 'redirect-elsewhere'),
  },
  breaks: ['oidc/redirect-exact'],
  hostile: true,
  safe: 'refuses',
  refs: [practice('4.1.3', 'Redirect URIs are compared exactly.')],
  needsArtifacts: ['oidc'],
});
