import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addTag } from './_message.ts';

export default defineMutation({
  id: 'aws/tag-key-too-long',
  title: 'The key of a session tag has 129 characters',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addTag(xml, 'k'.repeat(129), ['x']),
  },
  breaks: ['aws/tag-key-length'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tag('A key has 1 to 128 characters.')],
  needsArtifacts: ['account'],
});
