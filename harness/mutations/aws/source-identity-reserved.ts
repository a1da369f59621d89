import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/source-identity-reserved',
  title: 'SourceIdentity begins with aws:',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'sourceIdentity', 'aws:alice'),
  },
  breaks: ['aws/source-identity', 'aws/answer-identity'],
  hostile: false,
  safe: 'refuses',
  refs: [
    refs.troubleshooting('SourceIdentity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:".'),
  ],
  needsArtifacts: ['account'],
});
