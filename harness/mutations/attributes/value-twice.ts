import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/value-twice',
  title: 'The first name has two values',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertAfter(
        xml,
        'Attribute[Name=first_name]/AttributeValue',
        elementText(xml, 'Attribute[Name=first_name]/AttributeValue'),
      ),
  },
  breaks: ['attributes/single-valued'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, no attribute may have several values.',
    },
  ],
});
