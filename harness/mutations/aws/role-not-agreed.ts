import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { iamNames, iamRoles } from '../kit/genuine-iam-facts.ts';
import { roleValues, setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/role-not-agreed',
  title: 'The response offers a role that was not agreed',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setValues(xml, 'role', ...roleValues(xml), `${iamRoles.auditor},${iamNames.providerArn}`),
  },
  breaks: ['aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('The values of Role are the roles that the person can choose from.')],
  needsArtifacts: ['account'],
});
