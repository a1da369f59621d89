import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { roleValues, setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/role-pairs-in-one-value',
  title: 'All roles stand in one value',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'role', roleValues(xml).join(';')),
  },
  breaks: ['aws/role-pair'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Each value is a comma-delimited pair of the ARNs of a role and of a provider.')],
  needsArtifacts: ['account'],
});
