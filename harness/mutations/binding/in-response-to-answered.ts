import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, EditError } from '../kit/edit.ts';
import { answerTo } from './_answers.ts';

export default defineMutation({
  id: 'binding/in-response-to-answered',
  title: 'The message answers a request that was answered before',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { earlier }) => {
      if (earlier === undefined)
        throw new EditError('There is no earlier response whose request could be answered again.');
      return answerTo(xml, attributeOf(earlier, 'Response', 'InResponseTo'));
    },
  },
  breaks: ['response/in-response-to', 'subject/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that InResponseTo of the bearer confirmation is the ID of its own AuthnRequest.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'An identity provider that is asked once and answers twice, or a response that is kept back, gives a second login for one question.',
    weakness: ['in-response-to-not-checked'],
    needs: ['sp-initiated'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'start', jar: 'other' },
      { step: 'send', jar: 'other', message: 'forged' },
    ],
  },
});
