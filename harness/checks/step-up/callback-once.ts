import { defineCheck } from '../../model/check.ts';
import { atCallback, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/callback-once',
  title: { holds: 'A result counts once', fails: 'A result that is sent again counts again' },
  why: 'An old result undoes what was changed since, or opens an account that was closed.',
  fix: {
    console: 'AWS Lambda',
    field: 'Code of the function behind the callback',
    change: 'Forget the session when its result was taken, and ignore it from then on.',
  },
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.owasp('Webhook Security', 'A message that is sent again has no further effect.')],
  messages: { again: 'A callback that was sent again changed the user.' },
  applies: ({ 'step-up': record }) =>
    record.callbacks.some(({ how }) => how === 'repeated') || 'No callback was repeated.',
  run: ({ 'step-up': record }) =>
    record.callbacks.flatMap(({ how, changed }, position) =>
      how !== 'repeated' || !changed
        ? []
        : [
            {
              message: 'again' as const,
              expected: 'nothing changed',
              observed: 'changed',
              where: atCallback(position),
            },
          ],
    ),
});
