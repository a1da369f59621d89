import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { atCall, nameOfCall, serviceFix } from './_calls.ts';

/** The service says that it does not have what it was asked for (RFC 7644, 3.12). */
const notImplemented = 501;

export default defineCheck({
  id: 'scim-service/own-error',
  title: {
    holds: 'No request makes the service fail',
    fails: 'A request makes the service fail',
  },
  why: 'A client takes an error of the service for a passing one and tries again, for ever.',
  fix: serviceFix(
    'Read the service’s log at the time of the request, and answer what is wrong with it by 4xx.',
  ),
  judges: 'sp',
  needs: ['scim-probe'],
  refs: [
    refs.protocol(
      '3.12',
      '500 is for internal errors; what is wrong with a request has statuses of its own.',
    ),
  ],
  messages: { failed: '{request} was answered {status}.' },
  applies: ({ 'scim-probe': { calls } }) => calls.length > 0 || 'Nothing was asked.',
  run: ({ 'scim-probe': { calls } }) =>
    calls.flatMap((call, index) => {
      if (call.status < 500 || call.status === notImplemented) return [];
      return [
        {
          message: 'failed' as const,
          data: { request: nameOfCall(call), status: call.status },
          expected: 'a status below 500, or 501',
          observed: String(call.status),
          where: atCall(index, 'status'),
        },
      ];
    }),
});
