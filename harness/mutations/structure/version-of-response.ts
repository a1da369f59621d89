import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/version-of-response',
  title: 'The Response is of version 1.1',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'Response', 'Version', '1.1') },
  breaks: ['response/version'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'The Version of a response is 2.0; one of another major version is not processed.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Rules of another version would hold for it; a target that does not know them must not guess.',
    weakness: ['schema-not-checked'],
  },
});
