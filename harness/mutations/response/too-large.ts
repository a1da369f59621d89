import { defineMutation } from '../../model/mutation.ts';
import { insertBefore } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/too-large',
  title: 'A Response larger than AWS takes',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => insertBefore(xml, 'Status', `<!-- ${'padding '.repeat(10_000)}-->`),
  },
  breaks: ['response/size'],
  hostile: false,
  safe: 'genuine-user',
  refs: [
    {
      document: 'aws-sts',
      section: 'AssumeRoleWithSAML',
      says: 'SAMLAssertion has at most 100,000 characters.',
    },
  ],
});
