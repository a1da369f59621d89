import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/version-1-1',
  title: 'A Response of version 1.1',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'Response', 'Version', '1.1') },
  breaks: ['response/version'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '3.2.2', says: 'The Version of a response is 2.0.' }],
});
