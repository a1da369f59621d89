import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from '../aws/_message.ts';
import { mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/role-of-other-provider',
  title: 'A role of the assertion comes with another provider',
  ...mistake,
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role},${provider.replace('1Kosmos', 'FormerIdP')}`),
  },
  breaks: [
    'identity-pool/role-claim',
    'identity-pool/custom-role',
    'identity-pool/role-agreed',
    'identity-pool/role-given',
    'identity-pool/login-token',
  ],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
