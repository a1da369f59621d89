import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onApplication } from './_change.ts';

export default defineMutation({
  id: 'saml-app/rules-name-other-groups',
  title: 'The access rules name other groups',
  ...mistake,
  change: onApplication((application) => ({
    ...application,
    own: { ...application.own, knownRoles: ['0d5a1f7e-3c2b-4a69-8f10-5e7d9c1b3a42'] },
  })),
  breaks: ['saml-app/role-known'],
  refs: [mappingsRef],
});
