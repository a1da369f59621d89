import { defineMutation } from '../../model/mutation.ts';
import { addAttributes } from './_attributes.ts';

export default defineMutation({
  id: 'identity-center/fifty-one-attributes',
  title: 'The response has 51 attributes for access control',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      addAttributes(
        xml,
        Array.from({ length: 51 }, (_, index) => ({ key: `Tag${index}`, values: ['x'] })),
      ),
  },
  breaks: ['identity-center/attribute-count'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, at most 50 attributes are mapped.',
    },
  ],
});
