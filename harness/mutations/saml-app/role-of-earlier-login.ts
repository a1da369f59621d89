import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onHome } from './_change.ts';

export default defineMutation({
  id: 'saml-app/role-of-earlier-login',
  title: 'The application shows a role of an earlier sign-in',
  ...mistake,
  change: onHome((home) => ({
    ...home,
    accounts: home.accounts.map((one) => ({ ...one, roles: [...one.roles, 'auditor'] })),
  })),
  breaks: ['saml-app/roles-shown'],
  refs: [mappingsRef],
});
