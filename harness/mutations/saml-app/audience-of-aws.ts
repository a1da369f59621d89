import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, setupRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/audience-of-aws',
  title: 'The audience is the name of AWS itself',
  ...mistake,
  change: onApplication((application) => ({
    ...application,
    audience: 'urn:amazon:webservices',
    own: { ...application.own, audience: 'urn:amazon:webservices' },
  })),
  breaks: ['saml-app/audience-own'],
  refs: [setupRef],
});
