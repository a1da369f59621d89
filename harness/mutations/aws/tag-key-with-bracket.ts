import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addTag } from './_message.ts';

export default defineMutation({
  id: 'aws/tag-key-with-bracket',
  title: 'The key of a session tag has a bracket',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addTag(xml, 'Team(1)', ['x']),
  },
  breaks: ['aws/tag-characters'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tag('Keys and values consist of letters, spaces, numbers and _ . : / = + - @.')],
  needsArtifacts: ['account'],
});
