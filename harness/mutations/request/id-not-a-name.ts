import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/id-not-a-name',
  title: 'An AuthnRequest ID that begins with a digit',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) => setAttribute(xml, 'AuthnRequest', 'ID', '6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10'),
  },
  breaks: ['request/id', 'request/schema'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is an xs:ID; where it is random, two are equal with a probability of at most 2^-128, as values of 128 bits give.',
    },
  ],
});
