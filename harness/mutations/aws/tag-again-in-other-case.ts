import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addTag } from './_message.ts';

export default defineMutation({
  id: 'aws/tag-again-in-other-case',
  title: 'A session tag is there again in another case',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addTag(xml, 'department', ['Sales']),
  },
  breaks: ['aws/tag-unique', 'attributes/repeated'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tags('Keys of session tags are unique without regard to upper and lower case.')],
  needsArtifacts: ['account'],
});
