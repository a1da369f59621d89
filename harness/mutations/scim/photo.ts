import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/photo',
  title: 'A person is sent with a photo',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({
        photos: [{ value: 'https://example.com/alice.png' }],
      })),
  },
  breaks: ['scim/user-attributes'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('CreateUser', 'photos are not supported.')],
  needsArtifacts: ['scim'],
});
