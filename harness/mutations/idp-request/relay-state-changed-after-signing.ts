import { defineMutation } from '../../model/mutation.ts';
import { setField } from '../request/_query.ts';
import { signedQuery } from './_signed-query.ts';

export default defineMutation({
  id: 'idp-request/relay-state-changed-after-signing',
  title: 'RelayState is changed after the request was signed',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) => setField(signedQuery(url), 'RelayState', encodeURIComponent('https://attacker.example/')),
  },
  breaks: ['request/relay-state-opaque', 'request/signature'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'Signed is the text SAMLRequest=…&RelayState=…&SigAlg=… with the values as they are encoded in the URL.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'RelayState is part of what is signed: another one leads the person elsewhere after the login.',
    weakness: ['request-signature-of-other-text'],
    needs: ['signed-requests'],
  },
});
