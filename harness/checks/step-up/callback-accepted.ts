import { defineCheck } from '../../model/check.ts';
import { atCallback, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/callback-accepted',
  title: { holds: 'The result of the proofing arrives', fails: 'The result of the proofing does not arrive' },
  why: 'The person was proofed, and nobody knows.',
  fix: {
    console: 'Amazon API Gateway',
    field: 'Routes → POST /idv-callback',
    change: 'Lead the callback to a function that answers 2xx.',
  },
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The session is opened with a callback_url.')],
  messages: { refused: 'The callback was answered {status}.' },
  applies: ({ 'step-up': record }) =>
    record.callbacks.some(({ how }) => how === 'genuine') || 'No callback was sent.',
  run: ({ 'step-up': record }) =>
    record.callbacks.flatMap(({ how, status }, position) =>
      how !== 'genuine' || (status >= 200 && status < 300)
        ? []
        : [
            {
              message: 'refused' as const,
              data: { status },
              expected: '2xx',
              observed: String(status),
              where: atCallback(position),
            },
          ],
    ),
});
