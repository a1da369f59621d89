import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, setupRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/acs-of-other-host',
  title: 'The ACS URL is that of another instance',
  ...mistake,
  change: onApplication((application) => ({
    ...application,
    acsUrl: application.acsUrl.replace('//', '//old-'),
  })),
  breaks: ['saml-app/acs-url'],
  refs: [setupRef],
});
