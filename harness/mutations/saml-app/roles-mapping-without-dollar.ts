import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onMapping } from './_change.ts';

export default defineMutation({
  id: 'saml-app/roles-mapping-without-dollar',
  title: 'The expression of the roles has no dollar sign',
  ...mistake,
  change: onMapping('Roles', (line) => ({ ...line, value: '{user:groups}' })),
  breaks: ['saml-app/mapping-agreed', 'saml-app/mapping-expression'],
  refs: [mappingsRef],
});
