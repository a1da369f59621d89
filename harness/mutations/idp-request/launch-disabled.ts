import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/launch-disabled',
  title: 'A disabled person launches an application',
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
    mechanism: 'A session or a phone that is left over lets somebody in who has gone.',
    weakness: ['account-state-not-checked'],
    needs: ['launch'],
    steps: [{ step: 'launch', jar: 'own', what: 'person-disabled' }],
  },
});
