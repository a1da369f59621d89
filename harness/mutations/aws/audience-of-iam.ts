import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { iamNames } from '../kit/genuine-iam-facts.ts';

export default defineMutation({
  id: 'aws/audience-of-iam',
  title: 'The audience sent to IAM Identity Center is that of IAM',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Audience', iamNames.entityId),
  },
  breaks: ['conditions/audience', 'aws/service'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The audience is urn:amazon:webservices or the sign-in address.')],
  needsArtifacts: ['portal'],
});
