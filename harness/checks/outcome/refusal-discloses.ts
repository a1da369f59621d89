import { defineCheck } from '../../model/check.ts';

/** What belongs in a log: markup of messages, traces, code and internal addresses, decisions of the validator. */
const internals: readonly (readonly [string, RegExp])[] = [
  [
    'a part of a SAML message',
    /<\/?(?:saml2?p?|ds|md):|urn:oasis:names:tc:SAML|NotOnOrAfter|InResponseTo|DigestValue/,
  ],
  [
    'a stack trace',
    /\bat [\w.$<>]{1,120} ?\([^)\n]{0,200}:\d+\)|Traceback \(most recent|\.java:\d+\)|Caused by:/,
  ],
  ['the name of an exception', /\b[\w.]{0,80}[a-z](?:Exception|Error):\s/],
  ['a path on the server', /(?:^|\s)(?:\/(?:usr|var|home|opt|srv|etc)\/|[A-Z]:\\)\S+/m],
  [
    'whether an account exists',
    /\b(?:no such user|user (?:does not exist|not found|unknown)|unknown user|account (?:does not exist|not found))\b/i,
  ],
];

export default defineCheck({
  id: 'outcome/refusal-discloses',
  title: {
    holds: 'The page after a refusal gives nothing away',
    fails: 'The page after a refusal shows internals',
  },
  why: 'An attacker learns from it which accounts exist and what to change in the next forgery.',
  fix: {
    console: 'Identity provider or service provider',
    field: 'Error page',
    change: 'Show a general sentence with a reference number, and write the reason to the log.',
  },
  judges: 'setup',
  needs: ['outcome'],
  refs: [
    {
      document: 'owasp',
      section: 'Error Handling Cheat Sheet, Objective',
      says: 'The user sees a generic answer; the details are logged on the server.',
    },
    {
      document: 'owasp',
      section: 'Authentication Cheat Sheet, Authentication and Error Messages',
      says: 'The answer does not tell whether the account exists.',
    },
  ],
  messages: { shows: 'The last page shows {what}, which belongs in the log.' },
  applies: ({ outcome }) =>
    outcome.actual === 'refused-by-idp' || outcome.actual === 'refused-by-sp' || 'The login was not refused.',
  run: ({ outcome }) =>
    internals.flatMap(([what, pattern]) => {
      const found = pattern.exec(outcome.pageText);
      if (found === null) return [];
      return [
        {
          message: 'shows' as const,
          data: { what },
          expected: 'a general sentence',
          observed: outcome.pageText.slice(Math.max(0, found.index - 30), found.index + 90).trim(),
          where: { artifact: 'outcome' as const, path: '/pageText' },
        },
      ];
    }),
});
