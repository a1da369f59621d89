import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at, hasAssertion } from '../assertion/_assertions.ts';
import { duration } from '../metadata/_show.ts';
import { configurationFix, hasApplication, judgeApplication, propertiesRef } from './_application.ts';

/** Clocks and the writing of the message take a moment. */
const toleranceMs = 60_000;

export default defineCheck({
  id: 'saml-app/session-duration',
  title: {
    holds: 'The assertion lasts as long as the session duration of the application',
    fails: 'The assertion lasts longer or shorter than the session duration of the application',
  },
  why: 'People are signed out early or stay signed in too long, whatever the console says.',
  fix: configurationFix(
    'Session duration',
    'Set it anew, and wait until the change has reached every Region.',
  ),
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    propertiesRef(
      'The session duration sets NotOnOrAfter of SubjectConfirmationData and of Conditions; applications may take it for the length of the session.',
    ),
  ],
  messages: { other: 'The session duration is {wanted}; the assertion lasts {found}.' },
  applies: (evidence) => {
    const known = hasApplication(evidence);
    return known === true ? hasAssertion(evidence) : known;
  },
  run: ({ response, setup }) =>
    judgeApplication(setup, ({ sessionMs }) =>
      response.assertions.flatMap(({ issueInstant, conditions }) => {
        const issued = parseInstant(issueInstant)?.ms;
        const end = parseInstant(conditions?.notOnOrAfter)?.ms;
        // What cannot be read, or is not there, is told by the checks on conditions.
        if (conditions === undefined || issued === undefined || end === undefined) return [];
        if (Math.abs(end - issued - sessionMs) <= toleranceMs) return [];
        return [
          {
            message: 'other' as const,
            data: { wanted: duration(sessionMs), found: duration(end - issued) },
            expected: duration(sessionMs),
            observed: duration(end - issued),
            where: at(response, conditions.element, 'NotOnOrAfter'),
          },
        ];
      }),
    ),
});
