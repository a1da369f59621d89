import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'aws/recipient-of-china',
  title: 'Recipient is the sign-in address of AWS China',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'SubjectConfirmationData', 'Recipient', 'https://signin.amazonaws.cn/saml'),
  },
  breaks: ['subject/recipient', 'aws/recipient', 'aws/recipient-trusted', 'aws/answer-identity'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Recipient matches the sign-in address: global, of a region, or of one provider.')],
  needsArtifacts: ['account'],
});
