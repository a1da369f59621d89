import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onApplication } from './_change.ts';

export default defineMutation({
  id: 'saml-app/rules-name-groups',
  title: 'The access rules name groups by their names',
  ...mistake,
  change: onApplication((application) => ({
    ...application,
    own: { ...application.own, knownRoles: application.groups.map(({ name }) => name) },
  })),
  breaks: ['saml-app/role-form'],
  refs: [mappingsRef],
});
