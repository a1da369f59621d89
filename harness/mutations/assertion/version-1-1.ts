import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'assertion/version-1-1',
  title: 'The assertion says that it is of SAML 1.1',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'Assertion', 'Version', '1.1') },
  breaks: ['assertion/version'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.3.3', says: 'The Version of a SAML 2.0 assertion is "2.0".' }],
});
