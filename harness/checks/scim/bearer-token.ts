import { defineCheck } from '../../model/check.ts';
import { readRequests } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasAny } from './_requests.ts';

export default defineCheck({
  id: 'scim/bearer-token',
  title: {
    holds: 'Every request carries a bearer token in its header, and none in its address',
    fails: 'A request carries no bearer token in its header, or one in its address',
  },
  why: 'Without the token nothing is done; in an address it ends up in the logs of everything on the way.',
  fix: clientFix('Choose the authentication by HTTP header, and enter the access token of Identity Center.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.protocol('2', 'Bearer tokens travel in the Authorization header.'),
    refs.page('ServiceProviderConfig', 'The authentication scheme is an OAuth bearer token.'),
  ],
  messages: {
    missing: '{request} carries no bearer token.',
    address: '{request} carries a token in its address.',
  },
  applies: ({ scim }) => hasAny(scim),
  run: ({ scim }) =>
    readRequests(scim).flatMap((request) => {
      const inAddress = [...request.query.keys()].some((name) =>
        /^(access_)?token$|^authorization$/i.test(name),
      );
      const message = inAddress
        ? 'address'
        : request.exchange.authorization === 'bearer'
          ? undefined
          : 'missing';
      if (message === undefined) return [];
      return [
        {
          message,
          // The address itself may hold the secret.
          data: { request: `${request.exchange.method} ${request.path}` },
          expected: 'a bearer token in the Authorization header',
          observed: inAddress ? 'a token in the address' : request.exchange.authorization,
          where: at(request, inAddress ? 'target' : 'authorization'),
        } as const,
      ];
    }),
});
