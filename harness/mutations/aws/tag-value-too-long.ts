import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addTag } from './_message.ts';

export default defineMutation({
  id: 'aws/tag-value-too-long',
  title: 'The value of a session tag has 257 characters',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addTag(xml, 'Groups', ['g'.repeat(257)]),
  },
  breaks: ['aws/tag-value-length'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tag('A value has at most 256 characters.')],
  needsArtifacts: ['account'],
});
