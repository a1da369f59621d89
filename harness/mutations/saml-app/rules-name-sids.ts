import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onApplication } from './_change.ts';

export default defineMutation({
  id: 'saml-app/rules-name-sids',
  title: 'The access rules name the SIDs of the groups',
  ...mistake,
  change: onApplication((application) => ({
    ...application,
    own: {
      ...application.own,
      knownRoles: ['corp.example.com//S-1-5-21-3122984950-2570546592-4150994639-1732'],
    },
  })),
  breaks: ['saml-app/role-form'],
  refs: [mappingsRef],
});
