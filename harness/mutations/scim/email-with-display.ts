import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/email-with-display',
  title: 'An e-mail address is sent with a display name',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({
        emails: [{ value: 'alice@example.com', display: 'Alice', primary: true }],
      })),
  },
  breaks: ['scim/user-attributes'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('Limitations', 'display of e-mail addresses is not supported.')],
  needsArtifacts: ['scim'],
});
