import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter, removeElement, setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/two-assertions',
  title: 'A second assertion after the signed one',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => {
      const doubled = insertAfter(xml, 'Assertion', elementText(xml, 'Assertion'));
      const unsigned = removeElement(doubled, 'Assertion[2]/Signature');
      return setAttribute(unsigned, 'Assertion[2]', 'ID', '_5e0f7a91c2d34b6f8e1a9d0c7b6a5f43');
    },
  },
  breaks: ['response/one-assertion', 'metadata/sp-assertions-signed', 'signature/coverage'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'One assertion in a response is supported, and no more.',
    },
  ],
});
