import { defineMutation } from '../../model/mutation.ts';
import { changeLast } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/lost-and-given-up',
  title: 'The client does not look what became of a change whose answer was lost',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => changeLast(record, { lost: { performed: false } }),
  },
  breaks: ['scim/retry'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc9110',
      section: '9.2.2',
      says: 'A request is repeated when the connection fails before its answer is read, where that does no harm.',
    },
  ],
  needsArtifacts: ['scim'],
});
