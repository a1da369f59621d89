import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, propertiesRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/start-url-relative',
  title: 'The start URL is a path without a host',
  ...mistake,
  change: onApplication((application) => ({ ...application, startUrl: '/login' })),
  breaks: ['saml-app/start-url'],
  refs: [propertiesRef],
});
