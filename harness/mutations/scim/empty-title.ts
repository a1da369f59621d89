import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/empty-title',
  title: 'A person is sent with an empty title',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({ title: '' })),
  },
  breaks: ['scim/empty-values'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    refs.userGuide(
      'Logging IAM Identity Center SCIM API calls',
      'The audit log says: Member must have length greater than or equal to 1.',
    ),
  ],
  needsArtifacts: ['scim'],
});
