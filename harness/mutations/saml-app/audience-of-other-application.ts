import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, setupRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/audience-of-other-application',
  title: 'The audience is that of another application',
  ...mistake,
  change: onApplication((application) => ({
    ...application,
    audience: 'https://grafana.example.com/saml/metadata',
  })),
  breaks: ['saml-app/audience'],
  refs: [setupRef],
});
