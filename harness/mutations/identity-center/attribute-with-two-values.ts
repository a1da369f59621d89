import { defineMutation } from '../../model/mutation.ts';
import { addAttributes } from './_attributes.ts';

export default defineMutation({
  id: 'identity-center/attribute-with-two-values',
  title: 'An attribute for access control has two values',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addAttributes(xml, [{ key: 'CostCenter', values: ['100', '200'] }]),
  },
  breaks: ['identity-center/attribute-single'],
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
