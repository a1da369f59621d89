import { defineMutation } from '../../model/mutation.ts';
import type { ScimExchange, ScimRecord } from '../../model/scim-records.ts';
import { EditError } from '../kit/edit.ts';
import { replaceExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/create-repeated',
  title: 'A creation is repeated without a look',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      replaceExchange(record, { operation: 'ListUsers', saying: 'filter' }, (look) => [
        repeated(record),
        look,
      ]),
  },
  breaks: ['scim/create-after-loss'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc9110',
      section: '9.2.2',
      says: 'A request that is not idempotent is not repeated unless it is known not to have been applied.',
    },
  ],
  needsArtifacts: ['scim'],
});

/** The creation whose answer was lost, and the conflict that it runs into. */
function repeated({ exchanges }: ScimRecord): ScimExchange {
  const first = exchanges.find(({ lost }) => lost !== undefined);
  if (first === undefined) throw new EditError('No answer was lost.');
  const { lost: _, ...again } = first;
  return { ...again, status: 409, reason: 'ConflictException' };
}
