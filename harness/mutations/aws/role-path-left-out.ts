import { defineMutation } from '../../model/mutation.ts';
import { roleValues, setValues } from './_message.ts';

export default defineMutation({
  id: 'aws/role-path-left-out',
  title: 'A Role value leaves the path of the role out',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setValues(xml, 'role', ...roleValues(xml).map((value) => value.replace('role/teams/', 'role/'))),
  },
  breaks: ['aws/role-exists'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'aws-iam', section: 'IAM identifiers', says: 'The path is part of the ARN of a role.' }],
  needsArtifacts: ['account'],
});
