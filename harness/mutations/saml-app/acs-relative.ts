import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, setupRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/acs-relative',
  title: 'The ACS URL is a path without a host',
  ...mistake,
  change: onApplication((application) => ({ ...application, acsUrl: '/saml' })),
  breaks: ['saml-app/acs-url'],
  refs: [setupRef],
});
