// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onMapping } from './_change.ts';

export default defineMutation({
  id: 'saml-app/roles-mapping-misspelt',
  title: 'The roles are mapped to ${user:group}, which nobody knows',
  ...mistake,
  change: onMapping('Roles', (line) => ({ ...line, value: '${user:group}' })),
  breaks: ['saml-app/mapping-agreed', 'saml-app/mapping-expression'],
  refs: [mappingsRef],
});
