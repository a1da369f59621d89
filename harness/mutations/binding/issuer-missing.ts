import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/issuer-missing',
  title: 'The assertion has no Issuer',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Assertion/Issuer') },
  breaks: ['assertion/issuer', 'response/schema'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.3.3', says: 'Every Assertion has an Issuer.' }],
  attack: {
    against: 'sp',
    mechanism: 'A target that checks the Issuer only where there is one does not check this one.',
    weakness: ['issuer-not-checked', 'schema-not-checked'],
  },
});
