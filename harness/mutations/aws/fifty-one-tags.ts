import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addTag } from './_message.ts';

export default defineMutation({
  id: 'aws/fifty-one-tags',
  title: 'There are 51 session tags',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      Array.from({ length: 49 }, (_, index) => `Extra${index}`).reduce(
        (text, key) => addTag(text, key, ['x']),
        xml,
      ),
  },
  breaks: ['aws/tag-count'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tags('At most 50 session tags can be passed.')],
  needsArtifacts: ['account'],
});
