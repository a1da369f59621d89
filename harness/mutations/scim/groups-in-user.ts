import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/groups-in-user',
  title: 'A person is sent with their groups',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({
        groups: [{ value: 'Engineers' }],
      })),
  },
  breaks: ['scim/user-attributes'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('CreateUser', 'groups cannot be specified.')],
  needsArtifacts: ['scim'],
});
