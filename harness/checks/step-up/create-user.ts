import { defineCheck } from '../../model/check.ts';
import { startedStepUps } from './_derive.ts';
import { atApi, functionFix, linkOf, quote, refs, textOf } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/create-user',
  title: {
    holds: 'The step-up is about the user who signs in',
    fails: 'The step-up is about somebody else than the user who signs in',
  },
  why: 'Another person’s face opens the account.',
  fix: functionFix(
    'Create auth challenge',
    'Ask for the step-up of the subject in the user’s own attribute.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The step-up is asked for with the subject in custom:blockid_sub.')],
  messages: { other: 'Create asks for a step-up of {asked}, and the user is {link}.' },
  applies: ({ 'step-up': record }) => startedStepUps(record).length > 0 || 'No step-up was asked for.',
  run: ({ 'step-up': record }) =>
    startedStepUps(record).flatMap(({ call, api }) => {
      const link = linkOf(record, call);
      const asked = textOf(api.sent?.user_id);
      if (link === '' || asked === '' || asked === link) return [];
      return [
        {
          message: 'other' as const,
          data: { asked: quote(asked), link: quote(link) },
          expected: quote(link),
          observed: quote(asked),
          where: atApi(api),
        },
      ];
    }),
});
