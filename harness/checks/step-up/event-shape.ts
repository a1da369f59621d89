import { defineCheck } from '../../model/check.ts';
import { at, callsOf, objectOf, poolFix, quote, refs, textOf } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/event-shape',
  title: {
    holds: 'Every function is called with an event of the documented form',
    fails: 'A function is called with an event of another form',
  },
  why: 'A function written for AWS reads fields that are not there.',
  fix: poolFix('Extensions → Lambda triggers', 'Set the function for the trigger that it was written for.'),
  judges: 'sp',
  needs: ['step-up'],
  refs: [
    refs.triggers(
      'Every event has version, triggerSource, region, userPoolId, userName, callerContext, request and response.',
    ),
  ],
  messages: { wrong: '{trigger} was called with {field} as {value}.' },
  applies: ({ 'step-up': record }) => record.triggers.length > 0 || 'No function was called.',
  run: ({ 'step-up': record }) =>
    callsOf(record).flatMap((call) => {
      const { event } = call.trigger;
      const problems = [
        ['version', event.version, event.version === '1'],
        ['region', event.region, typeof event.region === 'string' && event.region !== ''],
        ['userPoolId', event.userPoolId, /^[\w-]+_[0-9A-Za-z]+$/.test(textOf(event.userPoolId))],
        ['userName', event.userName, event.userName !== ''],
        ['callerContext', event.callerContext, textOf(objectOf(event.callerContext)?.clientId) !== ''],
        [
          'request.userAttributes',
          call.request.userAttributes,
          objectOf(call.request.userAttributes) !== undefined,
        ],
        [
          'request.session',
          call.request.session,
          !/^(Define|Create)/.test(call.name) || Array.isArray(call.request.session),
        ],
      ] as const;
      return problems
        .filter(([, , holds]) => !holds)
        .map(([field, value]) => ({
          message: 'wrong' as const,
          data: { trigger: call.name, field, value: quote(value) },
          expected: 'the form that the guide documents',
          observed: quote(value),
          where: at(call, 'event'),
        }));
    }),
});
