import { defineCheck } from '../../model/check.ts';
import { wrongAnswers } from './_derive.ts';
import { at, callsOf, functionFix, historyOf, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/attempts-limited',
  title: {
    holds: 'A sign-in ends after a few wrong answers',
    fails: 'A sign-in goes on however many answers are wrong',
  },
  why: 'The person’s phone asks again and again until they give in, or an attacker tries until something matches.',
  fix: functionFix(
    'Define auth challenge',
    'Count the entries with challengeResult false, and set failAuthentication at the limit.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.define('failAuthentication ends the authentication process.'),
    { document: 'nist-sp-800-63b', section: '3.2.2', says: 'Failed attempts in a row are limited.' },
  ],
  options: { mostAnswers: 5 },
  messages: { endless: 'After {wrong} wrong answers Define asks for another one.' },
  applies: ({ 'step-up': record }) =>
    callsOf(record, 'DefineAuthChallenge').some((call) => wrongAnswers(call) >= 3) ||
    'No sign-in had several wrong answers.',
  run: ({ 'step-up': record }, { options }) =>
    callsOf(record, 'DefineAuthChallenge').flatMap((call) => {
      const wrong = wrongAnswers(call);
      const isOver = call.response === undefined || call.response.failAuthentication === true;
      if (wrong < options.mostAnswers || isOver || historyOf(call).at(-1)?.challengeResult === true)
        return [];
      return [
        {
          message: 'endless' as const,
          data: { wrong },
          expected: `failAuthentication after ${options.mostAnswers} wrong answers at most`,
          observed: quote(call.response),
          where: at(call, 'answer/response'),
        },
      ];
    }),
});
