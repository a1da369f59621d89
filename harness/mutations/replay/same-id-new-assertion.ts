import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, EditError, setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'replay/same-id-new-assertion',
  title: 'A new, signed assertion repeats the ID of a used one',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { earlier }) => {
      if (earlier === undefined)
        throw new EditError('There is no earlier response whose ID could be repeated.');
      return setAttribute(xml, 'Response/Assertion', 'ID', attributeOf(earlier, 'Response/Assertion', 'ID'));
    },
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is given to one object only; two with the same one are the same, or one of them is false.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.5',
      says: 'The service provider refuses the ID of a bearer assertion that was used, as long as it is valid.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'An ID that is there twice means that one assertion is a copy or the identity provider guesses IDs; a target that remembers IDs refuses the second.',
    weakness: ['replay-accepted'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'start', jar: 'other' },
      { step: 'send', jar: 'other', message: 'forged' },
    ],
  },
});
