import { requestLimits } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import type { ResponseReading } from '../../model/readings.ts';
import { parseInstant } from '../../saml/time.ts';
import { instant } from '../metadata/_show.ts';
import { answeredBy, hasCredentials } from './_attempts.ts';
import { durationOf } from './_durations.ts';

export default defineCheck({
  id: 'aws/session-expires',
  title: {
    holds: 'Credentials end when the response and the request say',
    fails: 'Credentials outlive what the response and the request say',
  },
  why: 'A session that goes on after the agreed time is open to whoever finds the device.',
  fix: {
    console: 'Command line tool',
    field: 'Session duration',
    change:
      'Compare the request’s DurationSeconds with SessionDuration and SessionNotOnOrAfter of the response.',
  },
  judges: 'sp',
  needs: ['sts'],
  uses: ['response'],
  refs: [
    refs.api(
      'The session lasts for DurationSeconds, an hour unless given, or until SessionNotOnOrAfter if earlier.',
    ),
    refs.assertions('SessionDuration can only shorten what a call gets.'),
  ],
  messages: { late: 'The credentials of {role} expire at {expires}; they are to end by {limit}.' },
  applies: hasCredentials,
  run: ({ sts, response }, { skewMs }) =>
    answeredBy(sts, 'credentials').flatMap(({ attempt, answer, path }) => {
      const asked = parseInstant(attempt.askedAt)?.ms;
      const expires = parseInstant(answer.expiresAt)?.ms;
      if (asked === undefined || expires === undefined) return [];
      const wanted = attempt.durationSeconds ?? requestLimits.defaultDurationSeconds;
      const sent = response === undefined ? undefined : durationOf(response);
      const ends = [asked + wanted * 1000, asked + (sent ?? wanted) * 1000, ...sessionEnds(response)];
      const limit = Math.min(...ends.filter((end) => end > asked));
      if (expires <= limit + skewMs) return [];
      return [
        {
          message: 'late' as const,
          data: { role: attempt.roleArn ?? 'the role', expires: instant(expires), limit: instant(limit) },
          expected: `by ${instant(limit)}`,
          observed: instant(expires),
          where: { artifact: 'sts' as const, path: `${path}/answer/expiresAt` },
        },
      ];
    }),
});

function sessionEnds(response: ResponseReading | undefined): readonly number[] {
  return (response?.assertions[0]?.authnStatements ?? []).flatMap(
    ({ sessionNotOnOrAfter }) => parseInstant(sessionNotOnOrAfter)?.ms ?? [],
  );
}
