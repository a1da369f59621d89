import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { onlyValue } from './_attributes.ts';
import { durationOf, hasValidDuration } from './_durations.ts';
import { hasTrustedRole, trustedRoles } from './_trust.ts';

export default defineCheck({
  id: 'aws/session-duration-role',
  title: {
    holds: 'No role has a shorter maximum session than the response asks for',
    fails: 'A role has a shorter maximum session than the response asks for',
  },
  why: 'For this role the login fails or the session is shorter than people were told; for others it is not.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Maximum session duration',
    change: 'Raise it to the SessionDuration that the identity provider sends, or send a shorter one.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    refs.api('A duration above the role’s maximum makes the call fail.'),
    {
      assumption: 'The same limit counts for the SessionDuration attribute.',
      known: 'AWS documents the failure for calls; what the sign-in page does is not stated.',
    },
  ],
  messages: { short: 'The response asks for {asked} seconds; {role} gives at most {most}.' },
  applies: ({ response, account }) => {
    const hasDuration = hasValidDuration({ response });
    return hasDuration === true ? hasTrustedRole({ response, account }) : hasDuration;
  },
  run: ({ response, account }) => {
    const asked = durationOf(response) ?? 0;
    const element = onlyValue(response, 'sessionDuration')?.element;
    return trustedRoles({ response, account }).flatMap(({ role: { name, maxSessionSeconds: most } }) => {
      if (most === undefined || asked <= most || element === undefined) return [];
      return [
        {
          message: 'short' as const,
          data: { asked, role: name, most },
          expected: `at most ${most} seconds`,
          observed: `${asked} seconds`,
          where: at(response, element),
        },
      ];
    });
  },
});
