import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/conflict-ignored',
  title: 'The service has somebody else of that name, and nobody looks who',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(
        record,
        { operation: 'CreateUser', saying: 'alice' },
        { status: 409, reason: 'ConflictException' },
      ),
  },
  breaks: ['scim/accepted'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('CreateUser', 'ConflictException: user already exists.')],
  needsArtifacts: ['scim'],
});
