import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/no-display-name',
  title: 'A person is sent without display name',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({ displayName: undefined })),
  },
  breaks: ['scim/user-required'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('CreateUser', 'givenName, familyName, userName and displayName are required.')],
  needsArtifacts: ['scim'],
});
