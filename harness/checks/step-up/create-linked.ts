import { defineCheck } from '../../model/check.ts';
import { startedStepUps } from './_derive.ts';
import { atApi, functionFix, hasCall, linkOf, quote, refs, textOf } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/create-linked',
  title: {
    holds: 'No step-up is asked for without a subject',
    fails: 'A step-up is asked for without a subject',
  },
  why: 'What comes of it is left to the service: at best an error, at worst a challenge that anybody can pass.',
  fix: functionFix(
    'Create auth challenge',
    'Refuse the sign-in when the attribute is missing or userNotFound is true.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.create('userNotFound is true when the user does not exist; userAttributes then has nothing.')],
  messages: { nobody: 'Create asks for a step-up of {asked}, and the user has no {attribute}.' },
  applies: ({ 'step-up': record }) => hasCall(record, 'CreateAuthChallenge'),
  run: ({ 'step-up': record }) =>
    startedStepUps(record).flatMap(({ call, api }) => {
      const isLinked = linkOf(record, call) !== '' && call.request.userNotFound !== true;
      if (isLinked && textOf(api.sent?.user_id) !== '') return [];
      return [
        {
          message: 'nobody' as const,
          data: { asked: quote(api.sent?.user_id), attribute: record.wanted.linkAttribute },
          expected: 'no request',
          observed: `user_id ${quote(api.sent?.user_id)}`,
          where: atApi(api),
        },
      ];
    }),
});
