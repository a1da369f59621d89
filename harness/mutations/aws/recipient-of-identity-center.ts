import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { names } from '../kit/genuine-facts.ts';

export default defineMutation({
  id: 'aws/recipient-of-identity-center',
  title: 'Recipient is the ACS URL of IAM Identity Center',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'SubjectConfirmationData', 'Recipient', names.acsUrl),
  },
  breaks: [
    'subject/recipient',
    'aws/recipient',
    'aws/recipient-trusted',
    'aws/answer-identity',
    'aws/service',
  ],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Recipient matches the sign-in address: global, of a region, or of one provider.')],
  needsArtifacts: ['account'],
});
