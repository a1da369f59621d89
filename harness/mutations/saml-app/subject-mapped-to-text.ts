import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onMapping } from './_change.ts';

export default defineMutation({
  id: 'saml-app/subject-mapped-to-text',
  title: 'The subject is mapped to a text that is the same for everybody',
  ...mistake,
  change: onMapping('Subject', (line) => ({ ...line, value: 'user' })),
  breaks: ['saml-app/subject-mapping'],
  refs: [mappingsRef],
});
