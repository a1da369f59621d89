// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onMapping } from './_change.ts';

export default defineMutation({
  id: 'saml-app/roles-mapping-of-other-attribute',
  title: 'The roles are mapped to the name of the person',
  ...mistake,
  change: onMapping('Roles', (line) => ({ ...line, value: '${user:name}' })),
  breaks: ['saml-app/mapping-agreed'],
  refs: [mappingsRef],
});
