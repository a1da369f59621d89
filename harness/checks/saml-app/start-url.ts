import { applicationOf, type SamlApplication } from '../../aws/mapping-expressions-records.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { configurationFix, judgeApplication, propertiesRef } from './_application.ts';

const messages = {
  relative: 'The start URL is {url}, which is no absolute address.',
  http: 'The start URL is {url}: the sign-in begins unprotected.',
  consumer:
    'The start URL is {url}, the address that takes assertions: opened without one it shows an error.',
  portal: 'The start URL is {url}, on IAM Identity Center itself: the tile leads back to where it came from.',
  origin: 'The start URL is {url}; the application is on {origin}.',
} as const;

export default defineCheck({
  id: 'saml-app/start-url',
  title: {
    holds: 'The start URL is a page of the application that begins a sign-in',
    fails: 'The start URL is no page of the application that begins a sign-in',
  },
  why: 'The tile in the access portal ends on an error, or sends people to another site, while links still work.',
  fix: configurationFix(
    'Application start URL',
    'Leave it empty, or enter the page of the application that sends people to sign in.',
  ),
  judges: 'setup',
  needs: ['setup'],
  refs: [
    propertiesRef(
      'The portal sends the browser to the start URL, and the application answers with an AuthnRequest.',
    ),
  ],
  messages,
  applies: ({ setup }) => {
    const application = applicationOf(setup);
    if (application === undefined) return 'How the application was set up is not known.';
    return application.startUrl !== '' || 'The application has no start URL: the tile signs in at once.';
  },
  run: ({ setup }) =>
    judgeApplication(setup, (application) => {
      const message = faultOf(application);
      if (message === undefined) return [];
      const origin = URL.parse(application.own.acsUrl ?? application.acsUrl)?.origin ?? '';
      return [
        {
          message,
          data: { url: quote(application.startUrl), origin },
          expected: `a page on ${origin}`,
          observed: quote(application.startUrl),
          where: { artifact: 'setup' as const, path: '/application/startUrl' },
        },
      ];
    }),
});

function faultOf({ startUrl, acsUrl, own }: SamlApplication): keyof typeof messages | undefined {
  const url = /^https?:\/\//i.test(startUrl) ? URL.parse(startUrl) : null;
  if (url === null) return 'relative';
  if (url.protocol !== 'https:') return 'http';
  const consumer = own.acsUrl ?? acsUrl;
  if (startUrl === consumer || startUrl === acsUrl) return 'consumer';
  if (/(?:^|\.)(?:awsapps\.com|portal\.sso\.[\w-]+\.amazonaws\.com)$/.test(url.host)) return 'portal';
  return url.origin === URL.parse(consumer)?.origin ? undefined : 'origin';
}
