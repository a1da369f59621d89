import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { answerOtherwise } from './_change.ts';

export default defineMutation({
  id: 'scim-service/created-answered-ok',
  title: 'A service answers a creation by 200',
  stage: 'in-transit',
  change: {
    on: 'scim-probe',
    apply: (record) => answerOtherwise(record, { method: 'POST', status: 201 }, 200, ['rfc']),
  },
  breaks: ['scim-service/rfc'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.3', 'A creation is answered by 201.')],
  needsArtifacts: ['scim-probe'],
});
