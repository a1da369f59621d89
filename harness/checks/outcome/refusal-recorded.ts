import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'outcome/refusal-recorded',
  title: {
    holds: 'The service provider records why it refuses',
    fails: 'The service provider refuses without recording why',
  },
  why: 'The page tells people nothing, so without the record nobody can mend it.',
  fix: {
    console: 'Service provider',
    field: 'Audit log',
    change: 'Switch the log of sign-ins on, with the reason of each refusal.',
  },
  judges: 'sp',
  needs: ['outcome'],
  refs: [
    {
      document: 'owasp',
      section: 'Logging Cheat Sheet, Which events to log',
      says: 'Successes and failures of authentication are logged.',
    },
    {
      document: 'owasp',
      section: 'Logging Cheat Sheet, Event attributes',
      says: 'An entry tells what happened, and why.',
    },
  ],
  messages: { silent: 'The service provider refuses at {url}, and its log gives no reason.' },
  applies: ({ outcome }) => outcome.actual === 'refused-by-sp' || 'The service provider did not refuse.',
  run: ({ outcome }) =>
    (outcome.auditReason ?? '').trim() === ''
      ? [
          {
            message: 'silent' as const,
            data: { url: outcome.url.split(/[?#]/)[0] ?? '' },
            expected: 'a reason in the audit log',
            observed: 'none',
            where: { artifact: 'outcome', path: '/auditReason' },
          },
        ]
      : [],
});
