import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { EditError } from '../kit/edit.ts';

export default defineMutation({
  id: 'scim/failed-and-given-up',
  title: 'The client gives a change up when the service fails',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => {
      // The last one, so that nothing after it can be taken for another attempt.
      const index = record.exchanges.findLastIndex(({ operation }) =>
        /^(Create|Patch|Delete)/.test(operation),
      );
      const last = record.exchanges[index];
      if (last === undefined) throw new EditError('Nothing was changed.');
      return { ...record, exchanges: record.exchanges.with(index, { ...last, status: 500 }) };
    },
  },
  breaks: ['scim/retry'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('DeleteUser', 'InternalServerException: the request failed for an unknown reason.')],
  needsArtifacts: ['scim'],
});
