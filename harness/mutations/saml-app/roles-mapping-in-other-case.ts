import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onMapping } from './_change.ts';

export default defineMutation({
  id: 'saml-app/roles-mapping-in-other-case',
  title: 'The roles are mapped under a name in small letters',
  ...mistake,
  change: onMapping('Roles', (line) => ({ ...line, name: 'roles' })),
  breaks: ['saml-app/mapping-agreed'],
  refs: [mappingsRef],
});
