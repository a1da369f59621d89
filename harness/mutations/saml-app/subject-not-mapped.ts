import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onMapping } from './_change.ts';

export default defineMutation({
  id: 'saml-app/subject-not-mapped',
  title: 'The subject is not mapped',
  ...mistake,
  change: onMapping('Subject', () => undefined),
  breaks: ['saml-app/subject-mapping'],
  refs: [mappingsRef],
});
