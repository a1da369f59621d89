import { attributeName } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { rename } from './_message.ts';

export default defineMutation({
  id: 'aws/attribute-named-as-in-china',
  title: 'SourceIdentity has the name that it has in China',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      rename(
        xml,
        'sourceIdentity',
        attributeName('sourceIdentity').replace('aws.amazon.com', 'www.amazonaws.cn'),
      ),
  },
  breaks: ['aws/attribute-partition'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('In the China partition the host of the names is www.amazonaws.cn.')],
  needsArtifacts: ['account'],
});
