import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasAny, nameOf, requestsOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/endpoint',
  title: {
    holds: 'Every request is for an operation that the service has',
    fails: 'A request is for an operation that the service does not have',
  },
  why: 'AWS has no PUT for groups and no bulk requests: what is sent that way never arrives.',
  fix: clientFix('Set the client to PATCH for groups, and switch bulk requests off.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page(
      'Supported API operations',
      'Groups are created, read, listed, patched and deleted; there is no PutGroup.',
    ),
    refs.page('Limitations', 'Endpoints such as /Me, /Bulk and /Search are not supported.'),
  ],
  messages: {
    'put-group': '{request}: groups cannot be overwritten, only patched.',
    unknown: '{request}: there is no such operation.',
  },
  applies: ({ scim }) => hasAny(scim),
  run: ({ scim }) =>
    requestsOf(scim, 'Unknown')
      // A path that is joined wrongly is the subject of scim/base-url.
      .filter(({ path }) => path.startsWith('/') && !path.includes('//'))
      .map((request) => ({
        message:
          request.exchange.method === 'PUT' && request.path.startsWith('/Groups/')
            ? ('put-group' as const)
            : ('unknown' as const),
        data: { request: nameOf(request) },
        expected: 'an operation of the list of supported ones',
        observed: nameOf(request),
        where: at(request, 'target'),
      })),
});
