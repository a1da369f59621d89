import { defineCheck } from '../../model/check.ts';
import { readRequests } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, nameOf } from './_requests.ts';

const known = ['application/scim+json', 'application/json'];

export default defineCheck({
  id: 'scim/media-type',
  title: {
    holds: 'Every body is sent as SCIM’s JSON',
    fails: 'A body is sent as something else than SCIM’s JSON',
  },
  why: 'A service may refuse a body whose media type it does not know.',
  fix: clientFix('Set the Content-Type of requests to application/scim+json.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.protocol('3.1', 'Clients send application/scim+json; services may also take application/json.'),
  ],
  messages: { other: '{request} is sent as "{type}".' },
  applies: ({ scim }) => scim.exchanges.some(({ body }) => body !== undefined) || 'No request has a body.',
  run: ({ scim }) =>
    readRequests(scim)
      .filter(({ exchange }) => exchange.body !== undefined)
      .flatMap((request) => {
        const type = request.exchange.contentType ?? '';
        if (known.includes(type.split(';')[0]?.trim().toLowerCase() ?? '')) return [];
        return [
          {
            message: 'other' as const,
            data: { request: nameOf(request), type },
            expected: 'application/scim+json',
            observed: type === '' ? 'none' : type,
            where: at(request, 'contentType'),
          },
        ];
      }),
});
