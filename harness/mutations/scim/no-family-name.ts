import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/no-family-name',
  title: 'A person is sent without family name',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({
        name: { givenName: 'Alice' },
      })),
  },
  breaks: ['scim/user-required'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('CreateUser', 'givenName, familyName, userName and displayName are required.')],
  needsArtifacts: ['scim'],
});
