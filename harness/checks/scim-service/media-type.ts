import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { atCall, nameOfCall, serviceFix } from './_calls.ts';

const known = ['application/scim+json', 'application/json'];

export default defineCheck({
  id: 'scim-service/media-type',
  title: {
    holds: 'Every answer is named as SCIM’s JSON',
    fails: 'An answer is not named as SCIM’s JSON',
  },
  why: 'A client may leave an answer unread whose media type it does not know.',
  fix: serviceFix('Set the Content-Type of answers to application/scim+json.'),
  judges: 'sp',
  needs: ['scim-probe'],
  refs: [
    refs.protocol('3.1', 'Services answer with application/scim+json.'),
    {
      assumption: 'application/json is good enough',
      known: 'IAM Identity Center answers with it, and RFC 7644 has services take it from clients.',
    },
  ],
  messages: { other: 'The answer to {request} is named {type}.' },
  applies: ({ 'scim-probe': { calls } }) =>
    calls.some(({ status, answer }) => status < 300 && answer !== undefined) || 'No answer has a body.',
  run: ({ 'scim-probe': { calls } }) =>
    calls.flatMap((call, index) => {
      if (call.status >= 300 || call.answer === undefined) return [];
      const type = call.headers.find(({ name }) => name === 'content-type')?.value ?? 'nothing';
      if (known.includes(type.split(';')[0]?.trim().toLowerCase() ?? '')) return [];
      return [
        {
          message: 'other' as const,
          data: { request: nameOfCall(call), type },
          expected: known.join(' or '),
          observed: type,
          where: atCall(index, 'headers'),
        },
      ];
    }),
});
