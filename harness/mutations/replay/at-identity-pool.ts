import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/at-identity-pool',
  title: 'An assertion is given to GetId a second time',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.5',
      says: 'The service provider refuses the ID of a bearer assertion that was used, as long as it is valid.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'An identity pool takes an assertion once at GetId and once at GetCredentialsForIdentity; a second GetId would begin a login for whoever copied it.',
    weakness: ['replay-accepted'],
    needs: ['identity-pool'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'own', message: 'earlier', to: 'identity-pool' },
      { step: 'send', jar: 'other', message: 'earlier', to: 'identity-pool' },
    ],
  },
});
