import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/transitive-tag-missing',
  title: 'TransitiveTagKeys names a tag that is not there',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'transitiveTagKeys', 'Team'),
  },
  breaks: ['aws/transitive-tags'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tags('A transitive key is the key of a tag that is passed.')],
  needsArtifacts: ['account'],
});
