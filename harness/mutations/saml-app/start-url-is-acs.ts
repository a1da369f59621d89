import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, propertiesRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/start-url-is-acs',
  title: 'The start URL is the address that takes assertions',
  ...mistake,
  change: onApplication((application) => ({ ...application, startUrl: application.acsUrl })),
  breaks: ['saml-app/start-url'],
  refs: [propertiesRef],
});
