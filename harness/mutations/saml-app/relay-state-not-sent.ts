import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, propertiesRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/relay-state-not-sent',
  title: 'The relay state that was set did not arrive',
  ...mistake,
  change: onApplication((application) => ({ ...application, relayState: '/ui/topics' })),
  breaks: ['saml-app/relay-state'],
  refs: [propertiesRef],
});
