import { defineCheck } from '../../model/check.ts';
import { limits } from '../../scim/limits.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, requestsOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/paging',
  title: {
    holds: 'Lists are read page by page with a cursor, a hundred at a time',
    fails: 'Lists are read in a way that leaves most of them out',
  },
  why: 'AWS does not know startIndex: a client that pages by it reads the first page again and again.',
  fix: clientFix(
    'Set the client to cursor-based paging with at most 100 results, or to look people up one by one.',
  ),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page('ListUsers', 'cursor and count are supported, startIndex is not; count is from 1 to 100.'),
    refs.page('ListGroups', 'Pagination requests must include cursor.'),
  ],
  messages: {
    'start-index': 'startIndex={value} is not supported.',
    count: 'count={value} is not from 1 to 100.',
  },
  applies: ({ scim }) => hasRequest(scim, 'ListUsers', 'ListGroups'),
  run: ({ scim }) =>
    requestsOf(scim, 'ListUsers', 'ListGroups').flatMap((request) => {
      const startIndex = request.query.get('startIndex');
      const count = request.query.get('count');
      const where = at(request, 'target');
      // Together with a filter on one name it is sent out of habit, and changes nothing.
      const isPaging = startIndex !== null && startIndex !== '1';
      const isInRange =
        count === null || (/^\d+$/.test(count) && +count >= limits.count.min && +count <= limits.count.max);
      return [
        ...(isPaging
          ? [
              {
                message: 'start-index' as const,
                data: { value: startIndex },
                expected: 'a cursor',
                observed: `startIndex=${startIndex}`,
                where,
              },
            ]
          : []),
        ...(isInRange
          ? []
          : [
              {
                message: 'count' as const,
                data: { value: count ?? '' },
                expected: '1 to 100',
                observed: count ?? '',
                where,
              },
            ]),
      ];
    }),
});
