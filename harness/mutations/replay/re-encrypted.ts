import { defineMutation } from '../../model/mutation.ts';
import { EditError, replaceElement } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'replay/re-encrypted',
  title: 'A used assertion is posted again, encrypted anew',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, { encrypt }) => {
      if (encrypt === undefined)
        throw new EditError('There is no key of the service provider to encrypt for.');
      return replaceElement(openEnvelope(xml), 'Response/Assertion', (assertion) => encrypt(assertion));
    },
  },
  breaks: ['encryption/recipient-key'],
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
      'Everybody can encrypt for the service provider: the same signed assertion comes in other bytes.',
    weakness: ['replay-by-bytes', 'in-response-to-not-checked'],
    needs: ['encryption', 'signed-assertion'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'other', message: 'forged-earlier' },
    ],
  },
});
