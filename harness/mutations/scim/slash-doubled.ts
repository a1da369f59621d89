import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/slash-doubled',
  title: 'The base URL is entered with its slash, and the client adds one',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'ListUsers' }, ({ target }) => ({
        operation: 'Unknown',
        target: `/${target}`,
        status: 404,
      })),
  },
  breaks: ['scim/accepted', 'scim/base-url'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    refs.page(
      'What is the IAM Identity Center SCIM implementation',
      'Requests go to endpoints below /scim/v2/.',
    ),
  ],
  needsArtifacts: ['scim'],
});
