import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/launch-not-assigned',
  title: 'A person launches an application that is not assigned to them',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      assumption:
        'An identity provider starts logins only for people and applications that belong together and are active.',
      known: 'Profiles 4.1.5 leaves it to the identity provider when it sends an unsolicited response.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'The address of an application is guessed or passed on; the catalogue does not show it, but it opens.',
    weakness: ['assignment-not-checked'],
    needs: ['launch'],
    steps: [{ step: 'launch', jar: 'own', what: 'application-not-assigned' }],
  },
});
