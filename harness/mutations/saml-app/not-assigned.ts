import { defineMutation } from '../../model/mutation.ts';
import { mistake, onApplication, setupRef } from './_change.ts';

export default defineMutation({
  id: 'saml-app/not-assigned',
  title: 'Neither the person nor a group of theirs is assigned',
  ...mistake,
  change: onApplication((application) => ({ ...application, assigned: false })),
  breaks: ['saml-app/assignment'],
  refs: [setupRef],
});
