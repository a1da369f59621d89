import { defineCheck } from '../../model/check.ts';
import { refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/resource-guarded',
  title: {
    holds: 'What needs a step-up refuses every other token',
    fails: 'What needs a step-up lets another token through',
  },
  why: 'Nobody has to step up.',
  fix: {
    console: 'Amazon API Gateway',
    field: 'Routes → the route → Integration',
    change: 'Refuse tokens without the claims of step-up and assurance.',
  },
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.kosmos('Access is enforced by identity assurance level claims, at API Gateway for transactions.'),
  ],
  messages: { open: 'A request with {token} was answered {status}.' },
  applies: ({ 'step-up': record }) =>
    record.resource.some(({ token }) => token !== 'step-up') ||
    'The resource was not asked without a step-up.',
  run: ({ 'step-up': record }) =>
    record.resource.flatMap(({ token, status }, position) => {
      if (token === 'step-up' || status === 401 || status === 403) return [];
      const shown = { none: 'no token', password: 'the token of a password', refreshed: 'a renewed token' }[
        token
      ];
      return [
        {
          message: 'open' as const,
          data: { token: shown, status },
          expected: '401 or 403',
          observed: String(status),
          where: { artifact: 'step-up', path: `/resource/${position}` } as const,
        },
      ];
    }),
});
