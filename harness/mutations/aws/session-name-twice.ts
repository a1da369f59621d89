import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/session-name-twice',
  title: 'RoleSessionName has two values',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'roleSessionName', 'alice.wong@example.com', 'alice'),
  },
  breaks: ['aws/session-name-single', 'attributes/single-valued'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('RoleSessionName has exactly one value.')],
  needsArtifacts: ['account'],
});
