import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { answerOtherwise } from './_change.ts';

export default defineMutation({
  id: 'scim-service/duplicate-taken',
  title: 'A service makes somebody twice',
  stage: 'in-transit',
  change: {
    on: 'scim-probe',
    apply: (record) => answerOtherwise(record, { method: 'POST', status: 409 }, 201, ['identityCenter']),
  },
  breaks: ['scim-service/identity-center'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('CreateUser', 'A duplicate is refused by 409.')],
  needsArtifacts: ['scim-probe'],
});
