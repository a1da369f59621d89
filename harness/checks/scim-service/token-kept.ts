import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { atCall, nameOfCall, serviceFix } from './_calls.ts';

/** What the caller puts in the place of the token wherever a service repeats it. */
const masked = 'masked-token';

export default defineCheck({
  id: 'scim-service/token-kept',
  title: {
    holds: 'The service does not repeat the access token',
    fails: 'The service repeats the access token',
  },
  why: 'Answers are logged by clients: whoever reads the log could provision people.',
  fix: serviceFix('Take the Authorization header out of answers and error texts.'),
  judges: 'sp',
  needs: ['scim-probe'],
  refs: [
    refs.protocol('7.4', 'A bearer token lets in whoever has it, and is to be kept from everybody else.'),
  ],
  messages: { repeated: 'The answer to {request} holds the access token.' },
  applies: ({ 'scim-probe': { calls } }) =>
    calls.some(({ answer }) => answer !== undefined) || 'No answer has a body.',
  run: ({ 'scim-probe': { calls } }) =>
    calls.flatMap((call, index) =>
      call.answer?.includes(masked)
        ? [
            {
              message: 'repeated' as const,
              data: { request: nameOfCall(call) },
              expected: 'no token',
              observed: masked,
              where: atCall(index, 'answer'),
            },
          ]
        : [],
    ),
});
