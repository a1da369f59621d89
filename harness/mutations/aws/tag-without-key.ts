import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addTag } from './_message.ts';

export default defineMutation({
  id: 'aws/tag-without-key',
  title: 'A session tag has no key',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addTag(xml, '', ['x']),
  },
  breaks: ['aws/tag-key-length'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tag('A key has 1 to 128 characters.')],
  needsArtifacts: ['account'],
});
