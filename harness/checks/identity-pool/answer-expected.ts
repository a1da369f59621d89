import { defineCheck } from '../../model/check.ts';
import { at, fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/answer-expected',
  title: {
    holds: 'Every call is answered as the case wants it',
    fails: 'A call is answered otherwise than the case wants it',
  },
  why: 'What was to work does not, or what was to be refused is not.',
  fix: fixes.application('See what the pool answered, and what the other findings say of it.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('Each operation has the errors that it may answer with.')],
  messages: {
    other: '{operation} is answered {found}; wanted is {wanted}.',
  },
  applies: ({ 'identity-pool': { calls } }) =>
    calls.some(({ expected }) => expected !== undefined) || 'What was wanted of the calls is not known.',
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const { expected: wanted, answer, operation } = call;
      const found = answer.outcome === 'refused' ? answer.code : 'granted';
      if (wanted === undefined || wanted === found) return [];
      const text = answer.outcome === 'refused' ? `${found} (${answer.message})` : found;
      return [
        {
          message: 'other' as const,
          data: { operation, found: text, wanted },
          expected: wanted,
          observed: text,
          where: at(`/calls/${index}/answer`),
        },
      ];
    }),
});
