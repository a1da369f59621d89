import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/version-of-assertion',
  title: 'The assertion is of version 1.1',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'Response/Assertion', 'Version', '1.1') },
  breaks: ['assertion/version'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '4.1.2',
      says: 'An assertion of another major version is not processed.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Rules of another version would hold for it; a target that does not know them must not guess.',
    weakness: ['schema-not-checked'],
  },
});
