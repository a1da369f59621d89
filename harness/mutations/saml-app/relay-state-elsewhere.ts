import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, propertiesRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/relay-state-elsewhere',
  title: 'The relay state is an address on another site',
  ...mistake,
  change: onApplication((application) => ({ ...application, relayState: 'https://wiki.example.com/kafka' })),
  breaks: ['saml-app/relay-state'],
  refs: [propertiesRef],
});
