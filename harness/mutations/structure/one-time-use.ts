import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/one-time-use',
  title: 'An assertion with OneTimeUse is posted twice at one instant',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => insertInto(xml, 'Conditions', `<saml:OneTimeUse xmlns:saml="${NS.saml}"/>`),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.5',
      says: 'An assertion with OneTimeUse is used at once and not kept for later.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'The assertion itself says that it is used once, and never kept.',
    weakness: ['replay-race'],
    watch: 'sessions',
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'send', jar: 'own', message: 'forged', copies: 20 },
    ],
  },
});
