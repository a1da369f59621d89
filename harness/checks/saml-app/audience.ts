import { applicationOf } from '../../aws/mapping-expressions-records.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { configurationFix, judgeApplication, samlAppsRef } from './_application.ts';

export default defineCheck({
  id: 'saml-app/audience',
  title: {
    holds: 'The audience is the one that the application expects',
    fails: 'The audience is not the one that the application expects',
  },
  why: 'The application refuses every assertion, even if one character differs.',
  fix: configurationFix('Application SAML audience', 'Enter the application’s entity ID to the letter.'),
  judges: 'setup',
  needs: ['setup'],
  refs: [
    samlAppsRef('The application’s SAML audience is typed, or taken from its metadata file.'),
    {
      document: 'saml-core',
      section: '2.5.1.4',
      says: 'An assertion is only meant for those whom its audience restriction names.',
    },
  ],
  messages: {
    other: 'The Application SAML audience is {typed}; the application expects {own}.',
    alike:
      'The Application SAML audience is {typed}; the application expects {own}: case, space or a slash differs.',
  },
  applies: ({ setup }) =>
    applicationOf(setup)?.own.audience !== undefined ||
    'Which audience the application expects is not known.',
  run: ({ setup }) =>
    judgeApplication(setup, ({ audience: typed, own: { audience: own = '' } }) => {
      if (typed === own) return [];
      return [
        {
          message: simplify(typed) === simplify(own) ? ('alike' as const) : ('other' as const),
          data: { typed: quote(typed), own: quote(own) },
          expected: quote(own),
          observed: quote(typed),
          where: { artifact: 'setup' as const, path: '/application/audience' },
        },
      ];
    }),
});

function simplify(text: string): string {
  return text.trim().replace(/\/$/, '').toLowerCase();
}
