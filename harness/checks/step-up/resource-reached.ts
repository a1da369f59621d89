import { defineCheck } from '../../model/check.ts';
import { refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/resource-reached',
  title: {
    holds: 'What needs a step-up is reached after one',
    fails: 'What needs a step-up is not reached after one',
  },
  why: 'The person did everything right, and cannot go on.',
  fix: {
    console: 'Amazon API Gateway',
    field: 'Routes → the route → Authorization',
    change: 'Take tokens of the app client of step-up, and read the claims that it gives.',
  },
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('Step-up lets a high-value transaction through.')],
  messages: { refused: 'A request with the token of a step-up was answered {status}.' },
  applies: ({ 'step-up': record }) =>
    record.resource.some(({ token }) => token === 'step-up') || 'The resource was not asked after a step-up.',
  run: ({ 'step-up': record }) =>
    record.resource.flatMap(({ token, status }, position) =>
      token !== 'step-up' || (status >= 200 && status < 300)
        ? []
        : [
            {
              message: 'refused' as const,
              data: { status },
              expected: '200',
              observed: String(status),
              where: { artifact: 'step-up', path: `/resource/${position}` } as const,
            },
          ],
    ),
});
