import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, setupRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/audience-with-space',
  title: 'The audience was pasted with a space',
  ...mistake,
  change: onApplication((application) => ({ ...application, audience: `${application.audience} ` })),
  breaks: ['saml-app/audience'],
  refs: [setupRef],
});
