import { defineCheck } from '../../model/check.ts';
import { claimed } from './_derive.ts';
import { atPool, describePoolCall, poolFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-self-asserted',
  title: {
    holds: 'Nobody sets what only proofing may set',
    fails: 'Somebody sets what only proofing may set',
  },
  why: 'The application’s word, which anybody can send, becomes a proved identity.',
  fix: poolFix(
    'App clients → the client → Attribute permissions',
    'Take the write permission off the attributes of proofing, or refuse them in the pre sign-up function.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.page(
      'Attribute permissions',
      'user-pool-settings-attributes',
      'An app client writes only attributes that it has permission for.',
    ),
  ],
  messages: { set: '{call} set {attribute}.' },
  applies: ({ 'step-up': record }) => claimed(record).length > 0 || 'Nobody tried.',
  run: ({ 'step-up': record }) =>
    claimed(record)
      .filter(({ call }) => call.result.kind !== 'refused')
      .map(({ call, position, attribute }) => ({
        message: 'set' as const,
        data: { call: describePoolCall(call), attribute },
        expected: 'a refusal',
        observed: call.result.kind,
        where: atPool(position, 'attributes'),
      })),
});
