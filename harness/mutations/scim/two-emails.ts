import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/two-emails',
  title: 'A person is sent with two e-mail addresses',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({
        emails: [{ value: 'alice@example.com', primary: true }, { value: 'alice@example.org' }],
      })),
  },
  breaks: ['scim/single-valued'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('CreateUser', 'Only single values are permitted.')],
  needsArtifacts: ['scim'],
});
