import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, propertiesRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/start-url-elsewhere',
  title: 'The start URL is on another site',
  ...mistake,
  change: onApplication((application) => ({ ...application, startUrl: 'https://wiki.example.com/kafka' })),
  breaks: ['saml-app/start-url'],
  refs: [propertiesRef],
});
