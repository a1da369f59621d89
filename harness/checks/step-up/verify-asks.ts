import { defineCheck } from '../../model/check.ts';
import { approvals, at, functionFix, refs, resultsDuring } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/verify-asks',
  title: {
    holds: 'Verify asks the service before it says yes',
    fails: 'Verify says yes without asking the service',
  },
  why: 'The application’s word is enough: whoever can send a request steps up.',
  fix: functionFix('Verify auth challenge', 'Ask for the result each time, whatever the answer says.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The Verify function asks for the result of the step-up.')],
  messages: { unasked: 'Verify says yes, and did not ask for a result.' },
  applies: ({ 'step-up': record }) => approvals(record).length > 0 || 'Verify never said yes.',
  run: ({ 'step-up': record }) =>
    approvals(record)
      .filter((call) => resultsDuring(record, call).length === 0)
      .map((call) => ({
        message: 'unasked' as const,
        expected: 'a request for the result',
        observed: 'none',
        where: at(call, 'answer/response/answerCorrect'),
      })),
});
