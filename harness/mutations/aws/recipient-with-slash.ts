import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'aws/recipient-with-slash',
  title: 'Recipient is the sign-in address with a slash at the end',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) => setAttribute(xml, 'SubjectConfirmationData', 'Recipient', `${acsUrl}/`),
  },
  breaks: ['subject/recipient', 'aws/recipient', 'aws/recipient-trusted', 'aws/answer-identity'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Recipient matches the sign-in address: global, of a region, or of one provider.')],
  needsArtifacts: ['account'],
});
