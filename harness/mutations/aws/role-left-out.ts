import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { roleValues, setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/role-left-out',
  title: 'The response leaves an agreed role out',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'role', ...roleValues(xml).slice(0, 1)),
  },
  breaks: ['aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The values of Role are the roles that the person can choose from.')],
  needsArtifacts: ['account'],
});
