import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onHome } from './_change.ts';

export default defineMutation({
  id: 'saml-app/first-role-only',
  title: 'The application takes the first role alone',
  ...mistake,
  change: onHome((home) => ({
    ...home,
    accounts: home.accounts.map((one) => ({ ...one, roles: one.roles.slice(0, 1) })),
  })),
  breaks: ['saml-app/roles-shown'],
  refs: [mappingsRef],
});
