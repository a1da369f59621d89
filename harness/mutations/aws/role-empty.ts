import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/role-empty',
  title: 'The Role attribute has one empty value',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'role', ''),
  },
  breaks: ['aws/role-attribute', 'attributes/value-absent'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The Role attribute has one or more values.')],
  needsArtifacts: ['account'],
});
