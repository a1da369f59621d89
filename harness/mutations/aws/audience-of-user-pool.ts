import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'aws/audience-of-user-pool',
  title: 'The audience is a user pool of Cognito',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Audience', 'urn:amazon:cognito:sp:us-east-1_Example1'),
  },
  breaks: ['conditions/audience', 'aws/audience'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The audience is urn:amazon:webservices or the sign-in address.')],
  needsArtifacts: ['account'],
});
