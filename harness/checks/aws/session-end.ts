import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { duration } from '../metadata/_show.ts';
import { durationOf, hasValidDuration } from './_durations.ts';

export default defineCheck({
  id: 'aws/session-end',
  title: {
    holds: 'SessionNotOnOrAfter leaves the session as long as SessionDuration asks',
    fails: 'SessionNotOnOrAfter makes the session shorter than SessionDuration asks',
  },
  why: 'People are thrown out of AWS before the time that was agreed, since the earlier of the two ends the session.',
  fix: {
    console: 'Identity provider',
    field: 'Application → session lifetime',
    change: 'Make the lifetime of the session at least as long as SessionDuration, or leave it out.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.api('The session lasts for the duration, or until SessionNotOnOrAfter, whichever is shorter.')],
  messages: {
    short: 'The session ends {length} after the response was issued; SessionDuration asks for {asked}.',
  },
  applies: ({ response }) => {
    const ends = response.assertions[0]?.authnStatements.some(
      ({ sessionNotOnOrAfter }) => parseInstant(sessionNotOnOrAfter) !== undefined,
    );
    return ends === true ? hasValidDuration({ response }) : 'No AuthnStatement says when the session ends.';
  },
  run: ({ response }) => {
    const assertion = response.assertions[0];
    const issued = parseInstant(assertion?.issueInstant)?.ms;
    const asked = (durationOf(response) ?? 0) * 1000;
    return (assertion?.authnStatements ?? []).flatMap(({ element, sessionNotOnOrAfter }) => {
      const end = parseInstant(sessionNotOnOrAfter)?.ms;
      // A session that ends before it begins is told by authn-statement/session-end.
      if (end === undefined || issued === undefined || end <= issued || end - issued >= asked) return [];
      const length = duration(end - issued);
      const where = at(response, element, 'SessionNotOnOrAfter');
      const expected = `at least ${duration(asked)}`;
      return [
        {
          message: 'short' as const,
          data: { length, asked: duration(asked) },
          expected,
          observed: length,
          where,
        },
      ];
    });
  },
});
