import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/passive-without-session',
  title: 'A passive request comes without a session',
  stage: 'before-signing',
  change: { on: 'request', apply: (xml) => setAttribute(xml, 'AuthnRequest', 'IsPassive', 'true') },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'With IsPassive the identity provider shows nothing, and answers NoPassive where it cannot do without.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'A page that nobody expected is shown within another one; whoever put it there makes the person log in unaware.',
    weakness: ['passive-ignored'],
    watch: 'page',
    steps: [{ step: 'send', jar: 'own', message: 'forged' }],
  },
});
