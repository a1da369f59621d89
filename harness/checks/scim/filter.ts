import { defineCheck } from '../../model/check.ts';
import { limits } from '../../scim/limits.ts';
import { readFilter } from '../../scim/read-filter.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, requestsOf, shorten } from './_requests.ts';

export default defineCheck({
  id: 'scim/filter',
  title: {
    holds: 'Every filter is one that the service answers',
    fails: 'A filter is one that the service does not answer',
  },
  why: 'A client that looks people up by a filter that is refused takes them for missing, and makes them again.',
  fix: clientFix('Set the client to look people up by userName or externalId, and groups by displayName.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page('Limitations', 'Only eq joined with and is supported in filters.'),
    refs.page('ListUsers', 'Filters are by userName, externalId, groups.value, or id and manager.'),
    refs.page('ListGroups', 'Filters are by displayName, externalId, members.value, or id and member.'),
  ],
  messages: {
    operator: 'The filter {filter} has more than eq and and.',
    combination: 'The filter {filter} is on attributes that are not filtered by.',
  },
  applies: ({ scim }) =>
    scim.exchanges.some(({ target }) => /[?&]filter=/.test(target)) || 'Nothing is filtered.',
  run: ({ scim }) =>
    requestsOf(scim, 'ListUsers', 'ListGroups').flatMap((request) => {
      const text = request.query.get('filter');
      const message = text === null ? undefined : judge(text, request.exchange.operation === 'ListUsers');
      if (text === null || message === undefined) return [];
      const filter = shorten(text);
      return [
        {
          message,
          data: { filter },
          expected: 'a filter that is answered',
          observed: filter,
          where: at(request, 'target'),
        } as const,
      ];
    }),
});

function judge(text: string, ofUsers: boolean): 'operator' | 'combination' | undefined {
  const terms = readFilter(text);
  if (terms === undefined) return 'operator';
  const names = terms
    .map(({ attribute }) => attribute)
    .toSorted()
    .join();
  const forms: readonly (readonly string[])[] = limits.filters[ofUsers ? 'ListUsers' : 'ListGroups'];
  return forms.some((form) => form.toSorted().join() === names) ? undefined : 'combination';
}
