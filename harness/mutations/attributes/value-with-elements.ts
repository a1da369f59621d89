import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute, setContent } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/value-with-elements',
  title: 'The first name is wrapped in XML',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setContent(
        removeAttribute(xml, 'Attribute[Name=first_name]/AttributeValue', 'xsi:type'),
        'Attribute[Name=first_name]/AttributeValue',
        '<name xmlns="urn:example:person">Ada</name>',
      ),
  },
  breaks: ['attributes/nested-xml'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, no attribute may hold structured XML.',
    },
  ],
});
