import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'assertion/id-begins-with-digit',
  title: 'The ID of the assertion begins with a digit, as a bare UUID does',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Assertion', 'ID', '7c0e0f4a-9d0b-4a52-8a52-6f1f1c7a2f10'),
  },
  breaks: ['assertion/id', 'response/schema'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.4', says: 'An ID is an xs:ID, and so an XML name.' }],
});
