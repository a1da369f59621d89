import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/email-not-primary',
  title: 'The e-mail address is not marked as primary',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({
        emails: [{ value: 'alice@example.com', type: 'work' }],
      })),
  },
  breaks: ['scim/single-valued'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('CreateUser', 'The e-mail address must be marked as primary.')],
  needsArtifacts: ['scim'],
});
