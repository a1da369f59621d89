import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { names } from '../kit/genuine-facts.ts';

export default defineMutation({
  id: 'aws/audience-of-identity-center',
  title: 'The audience is an instance of IAM Identity Center',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Audience', names.spEntityId),
  },
  breaks: ['conditions/audience', 'aws/audience', 'aws/service'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The audience is urn:amazon:webservices or the sign-in address.')],
  needsArtifacts: ['account'],
});
