import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/replayed',
  title: 'A used request is sent again from another browser',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is given to one message only; one that comes twice was copied.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'A request out of a log starts a login whose answer the service provider does not expect, or gives to somebody else.',
    weakness: ['request-replayed'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'other', message: 'earlier' },
    ],
  },
});
