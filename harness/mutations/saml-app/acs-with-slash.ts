import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, setupRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/acs-with-slash',
  title: 'The ACS URL has a slash at its end that the application has not',
  ...mistake,
  change: onApplication((application) => ({ ...application, acsUrl: `${application.acsUrl}/` })),
  breaks: ['saml-app/acs-url'],
  refs: [setupRef],
});
