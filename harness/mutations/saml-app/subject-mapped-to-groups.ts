// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onMapping } from './_change.ts';

export default defineMutation({
  id: 'saml-app/subject-mapped-to-groups',
  title: 'The subject is mapped to the groups of the person',
  ...mistake,
  change: onMapping('Subject', (line) => ({ ...line, value: '${user:groups}' })),
  breaks: ['saml-app/subject-mapping'],
  refs: [mappingsRef],
});
