import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/launch-other-tenant',
  title: 'A person launches an application of another tenant',
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
    mechanism: 'The address of another tenant’s application is opened in the own one.',
    weakness: ['assignment-not-checked'],
    needs: ['launch'],
    steps: [{ step: 'launch', jar: 'own', what: 'application-of-other-tenant' }],
  },
});
