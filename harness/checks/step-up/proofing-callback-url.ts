import { defineCheck } from '../../model/check.ts';
import { apiCallsOf, atApi, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-callback-url',
  title: {
    holds: 'The result is sent to the application’s own address',
    fails: 'The result is sent elsewhere than to the application’s own address',
  },
  why: 'Nobody hears of it, or somebody else does.',
  fix: functionFix(
    'Pre sign-up or Post confirmation',
    'Send callback_url with the address of the application’s API.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The session is opened with callback_url at the API Gateway.')],
  messages: { other: 'The session names {url} for its result.' },
  applies: ({ 'step-up': record }) =>
    apiCallsOf(record, 'open-session').length > 0 || 'No proofing session was asked for.',
  run: ({ 'step-up': record }) =>
    apiCallsOf(record, 'open-session')
      .filter(({ sent }) => sent?.callback_url !== record.wanted.callbackUrl)
      .map((api) => ({
        message: 'other' as const,
        data: { url: quote(api.sent?.callback_url) },
        expected: record.wanted.callbackUrl,
        observed: quote(api.sent?.callback_url),
        where: atApi(api),
      })),
});
