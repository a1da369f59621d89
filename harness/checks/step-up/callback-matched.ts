import { defineCheck } from '../../model/check.ts';
import { atCallback, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/callback-matched',
  title: {
    holds: 'A result of another session is not this user’s',
    fails: 'The result of another session is taken for this user’s',
  },
  why: 'One person’s proof becomes another’s.',
  fix: {
    console: 'AWS Lambda',
    field: 'Code of the function behind the callback',
    change: 'Compare session_id with the one that was kept with the user.',
  },
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The session id is stored for later retrieval.')],
  messages: {
    other: 'A callback about a session that this user never had was answered {status} and changed the user.',
  },
  applies: ({ 'step-up': record }) =>
    record.callbacks.some(({ how }) => how === 'other-session') ||
    'No callback about another session was sent.',
  run: ({ 'step-up': record }) =>
    record.callbacks.flatMap(({ how, changed, status }, position) =>
      how !== 'other-session' || !changed
        ? []
        : [
            {
              message: 'other' as const,
              data: { status },
              expected: 'nothing changed',
              observed: 'changed',
              where: atCallback(position),
            },
          ],
    ),
});
