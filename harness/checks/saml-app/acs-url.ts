import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { configurationFix, hasApplication, judgeApplication, samlAppsRef } from './_application.ts';

const messages = {
  relative: 'The Application ACS URL is {typed}, which is no absolute address.',
  http: 'The Application ACS URL is {typed}: assertions would travel unprotected.',
  slash:
    'The Application ACS URL is {typed}; the application listens at {own}, which differs by the slash at its end.',
  case: 'The Application ACS URL is {typed}; the application listens at {own}, which differs in upper and lower case.',
  host: 'The Application ACS URL is {typed}; the application is {own}, on another host.',
  other: 'The Application ACS URL is {typed}; the application listens at {own}.',
} as const;

export default defineCheck({
  id: 'saml-app/acs-url',
  title: {
    holds: 'The ACS URL is the address at which the application takes assertions',
    fails: 'The ACS URL is not the address at which the application takes assertions',
  },
  why: 'People end on an error page of somebody else, or the assertion is refused; a wrong host gets their assertions.',
  fix: configurationFix(
    'Application ACS URL',
    'Enter the application’s consumer service to the letter, with https.',
  ),
  judges: 'setup',
  needs: ['setup'],
  refs: [
    samlAppsRef('The application’s ACS URL is typed, or taken from its metadata file.'),
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'The identity provider makes sure that an assertion only goes to a consumer service of the service provider.',
    },
  ],
  messages,
  applies: hasApplication,
  run: ({ setup }) =>
    judgeApplication(setup, ({ acsUrl: typed, own: { acsUrl: own } }) => {
      const message = faultOf(typed, own);
      if (message === undefined) return [];
      return [
        {
          message,
          data: { typed: quote(typed), own: quote(own ?? '') },
          expected: own === undefined ? 'an absolute https address' : quote(own),
          observed: quote(typed),
          where: { artifact: 'setup' as const, path: '/application/acsUrl' },
        },
      ];
    }),
});

function faultOf(typed: string, own: string | undefined): keyof typeof messages | undefined {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? URL.parse(typed) : null;
  if (url === null) return 'relative';
  if (url.protocol !== 'https:') return 'http';
  if (own === undefined || typed === own) return undefined;
  if (typed.replace(/\/$/, '') === own.replace(/\/$/, '')) return 'slash';
  if (typed.toLowerCase() === own.toLowerCase()) return 'case';
  return url.host === URL.parse(own)?.host ? 'other' : 'host';
}
