import { redeemWithinMs } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { duration, instant } from '../metadata/_show.ts';

export default defineCheck({
  id: 'aws/redeem-in-time',
  title: {
    holds: 'The response is presented within five minutes of its issue',
    fails: 'The response is presented more than five minutes after its issue',
  },
  why: 'STS answers “Token must be redeemed within 5 minutes of issuance”; slow people or tools are shut out.',
  fix: {
    console: 'Identity provider',
    field: 'System clock',
    change: 'Issue the response at the moment it is sent; have tools fetch a new one for each use.',
  },
  judges: 'setup',
  needs: ['response', 'sts'],
  refs: [
    refs.api('The response has to be used within five minutes of being issued.'),
    {
      assumption: 'The five minutes count from the assertion’s IssueInstant, to the second.',
      known: 'Users measure it from IssueInstant; AWS does not say from which, nor of any leeway.',
    },
  ],
  options: { withinMs: redeemWithinMs },
  messages: { late: 'It was presented at {url} {age} after it was issued at {issued}.' },
  applies: ({ response, sts }) => {
    if (parseInstant(response.assertions[0]?.issueInstant) === undefined)
      return 'The assertion does not say when it was issued.';
    return sts.attempts.length > 0 || 'The response was not presented.';
  },
  run: ({ response, sts }, { options: { withinMs } }) => {
    const issued = parseInstant(response.assertions[0]?.issueInstant)?.ms;
    return sts.attempts.flatMap(({ url, askedAt }, index) => {
      const asked = parseInstant(askedAt)?.ms;
      if (issued === undefined || asked === undefined || asked - issued <= withinMs) return [];
      const age = duration(asked - issued);
      return [
        {
          message: 'late' as const,
          data: { url, age, issued: instant(issued) },
          expected: `at most ${duration(withinMs)}`,
          observed: age,
          where: { artifact: 'sts' as const, path: `/attempts/${index}/askedAt` },
        },
      ];
    });
  },
});
