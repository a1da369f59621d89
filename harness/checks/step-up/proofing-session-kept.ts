import { defineCheck } from '../../model/check.ts';
import { isKept, keptWanted } from './_derive.ts';
import { atApi, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-session-kept',
  title: { holds: 'The id of the proofing session is kept', fails: 'The id of the proofing session is lost' },
  why: 'When the result comes, nothing tells whether it is that of this user: any result, or none, is theirs.',
  fix: functionFix(
    'Post confirmation',
    'Write session_id to an attribute of the user: a pre sign-up function cannot.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.kosmos('The session id is to be stored in user attributes for later retrieval.'),
    refs.signUp(
      'The response has autoConfirmUser, autoVerifyEmail and autoVerifyPhone: attributes cannot be set.',
    ),
  ],
  messages: { lost: 'The session {session} was opened, and nothing of the user holds its id.' },
  applies: ({ 'step-up': record }) =>
    keptWanted(record).length > 0 || 'No proofing session was opened to the end of a sign-up.',
  run: ({ 'step-up': record }) =>
    keptWanted(record)
      .filter(({ id }) => !isKept(record, id))
      .map(({ id, api }) => ({
        message: 'lost' as const,
        data: { session: quote(id) },
        expected: 'the id among the attributes of the user',
        observed: 'none of them has it',
        where: atApi(api, 'answer'),
      })),
});
