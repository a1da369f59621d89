import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/nickname-null',
  title: 'A person is sent with null as nickname',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeBody(record, { operation: 'CreateUser', saying: 'alice' }, () => ({ nickName: null })),
  },
  breaks: ['scim/empty-values'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.schema('2.5', 'An attribute without a value is left out.')],
  needsArtifacts: ['scim'],
});
