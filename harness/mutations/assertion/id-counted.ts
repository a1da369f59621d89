import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'assertion/id-counted',
  title: 'The ID of the assertion is a small number',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'Assertion', 'ID', '_42') },
  breaks: ['assertion/id'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.4', says: 'A random identifier has at least 128 bits.' }],
});
