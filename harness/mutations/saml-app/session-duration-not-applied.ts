import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, propertiesRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/session-duration-not-applied',
  title: 'The session duration was changed, and the assertion still has the old one',
  ...mistake,
  change: onApplication((application) => ({ ...application, sessionMs: 4 * application.sessionMs })),
  breaks: ['saml-app/session-duration'],
  refs: [propertiesRef],
});
