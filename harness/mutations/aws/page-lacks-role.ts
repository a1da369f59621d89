import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { iamRoles } from '../kit/genuine-iam-facts.ts';
import { changeAttempt } from './_sts.ts';

export default defineMutation({
  id: 'aws/page-lacks-role',
  title: 'The sign-in page does not offer an agreed role',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) =>
      changeAttempt(sts, 'role-choice', (attempt) => ({
        ...attempt,
        answer: { outcome: 'role-choice', status: 200, roles: [iamRoles.powerUser] },
      })),
  },
  breaks: ['aws/roles-offered'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.assertions('The page lets people choose from the roles of the response.')],
  needsArtifacts: ['account'],
});
