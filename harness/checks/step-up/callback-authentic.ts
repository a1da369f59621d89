import { defineCheck } from '../../model/check.ts';
import { atCallback, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/callback-authentic',
  title: { holds: 'A forged result is refused', fails: 'A forged result is taken for a real one' },
  why: 'Whoever knows the address proofs themselves, or links their own face to another account.',
  fix: {
    console: 'AWS Lambda',
    field: 'Code of the function behind the callback',
    change: 'Verify who sent the callback before anything in it is believed.',
  },
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.owasp('Webhook Security', 'The sender of a webhook is authenticated.')],
  messages: { taken: 'A callback that 1Kosmos did not send was answered {status}{effect}.' },
  applies: ({ 'step-up': record }) =>
    record.callbacks.some(({ how }) => how === 'forged') || 'No forged callback was sent.',
  run: ({ 'step-up': record }) =>
    record.callbacks.flatMap(({ how, status, changed }, position) =>
      how !== 'forged' || (status >= 400 && status < 500 && !changed)
        ? []
        : [
            {
              message: 'taken' as const,
              data: { status, effect: changed ? ' and changed the user' : '' },
              expected: '401, and nothing changed',
              observed: `${status}${changed ? ', changed' : ''}`,
              where: atCallback(position),
            },
          ],
    ),
});
