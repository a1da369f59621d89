import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onMapping } from './_change.ts';

export default defineMutation({
  id: 'saml-app/roles-mapping-missing',
  title: 'The roles are not mapped',
  ...mistake,
  change: onMapping('Roles', () => undefined),
  breaks: ['saml-app/mapping-agreed'],
  refs: [mappingsRef],
});
