import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, setupRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/acs-http',
  title: 'The ACS URL begins with http',
  ...mistake,
  change: onApplication((application) => ({
    ...application,
    acsUrl: application.acsUrl.replace('https:', 'http:'),
  })),
  breaks: ['saml-app/acs-url'],
  refs: [setupRef],
});
