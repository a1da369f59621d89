import { defineMutation } from '../../model/mutation.ts';
import { mistake, onHome, propertiesRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/session-outlives-assertion',
  title: 'The application keeps the session for a month',
  ...mistake,
  change: onHome((home) => ({
    ...home,
    sessionEnd: new Date(Date.parse(home.sessionEnd ?? '') + 30 * 86_400_000).toISOString(),
  })),
  breaks: ['saml-app/session-end'],
  refs: [propertiesRef],
});
