import { setAttribute } from '../../mutations/kit/edit.ts';
import { names } from '../../mutations/kit/genuine-facts.ts';
import { changed, changedAll, checkTester, genuine, testNow } from '../check-tester.ts';
import { application, broken, home, unknownApplication } from './_login.test-helper.ts';
import acsUrl from './acs-url.ts';
import audience from './audience.ts';
import audienceOwn from './audience-own.ts';
import relayState from './relay-state.ts';
import sessionDuration from './session-duration.ts';
import sessionEnd from './session-end.ts';
import startUrl from './start-url.ts';

const { origin } = new URL(names.acsUrl);
const typed = (url: string) => application(() => ({ acsUrl: url }));
const start = (url: string) => application(() => ({ startUrl: url }));
const sent = (value: string) => changed({ on: 'relay-state', apply: () => value });

checkTester(acsUrl, {
  passes: [
    genuine,
    {
      name: 'the address of the application is not known',
      given: application(({ own: { acsUrl: _, ...rest } }) => ({ own: rest })),
    },
  ],
  fails: [
    { given: broken('acs-relative'), message: 'relative', where: { path: '/application/acsUrl' } },
    { given: broken('acs-http'), message: 'http' },
    { given: broken('acs-with-slash'), message: 'slash' },
    { given: broken('acs-of-other-host'), message: 'host' },
    { name: 'the case differs', given: typed(names.acsUrl.replace('/acs/', '/ACS/')), message: 'case' },
    { name: 'the path differs', given: typed(`${origin}/saml`), message: 'other' },
    { name: 'there is a host without a scheme', given: typed('kpow.example.com/saml'), message: 'relative' },
  ],
  notApplicable: [unknownApplication],
});

checkTester(audience, {
  passes: [genuine],
  fails: [
    {
      given: broken('audience-of-other-application'),
      message: 'other',
      where: { path: '/application/audience' },
    },
    { given: broken('audience-with-space'), message: 'alike' },
    {
      name: 'a slash is added',
      given: application((one) => ({ audience: `${one.audience}/` })),
      message: 'alike',
    },
  ],
  notApplicable: [
    unknownApplication,
    {
      name: 'the application does not tell',
      given: application(({ own: { audience: _, ...rest } }) => ({ own: rest })),
    },
  ],
});

checkTester(audienceOwn, {
  passes: [
    genuine,
    { name: 'it is a URN of the application', given: application(() => ({ audience: 'urn:example:kpow' })) },
  ],
  fails: [
    { given: broken('audience-of-aws'), message: 'shared' },
    {
      name: 'it is the address of AWS sign-in',
      given: application(() => ({ audience: 'https://signin.aws.amazon.com/saml' })),
      message: 'shared',
    },
  ],
  notApplicable: [unknownApplication],
});

checkTester(startUrl, {
  passes: [
    { name: 'it is the first page', given: start(`${origin}/`) },
    { name: 'it is a page that begins the sign-in', given: start(`${origin}/login?idp=aws`) },
  ],
  fails: [
    { given: broken('start-url-is-acs'), message: 'consumer', where: { path: '/application/startUrl' } },
    { given: broken('start-url-relative'), message: 'relative' },
    { given: broken('start-url-elsewhere'), message: 'origin' },
    { name: 'it is not protected', given: start('http://kpow.example.com/'), message: 'http' },
    { name: 'it is the portal', given: start('https://d-1234567890.awsapps.com/start'), message: 'portal' },
    {
      name: 'it is the sign-in URL of Identity Center',
      given: start('https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIz'),
      message: 'portal',
    },
  ],
  notApplicable: [unknownApplication, { name: 'there is none', given: genuine }],
});

checkTester(relayState, {
  passes: [
    genuine,
    {
      name: 'it is a path',
      given: changedAll(
        sent('/ui/topics'),
        application(() => ({ relayState: '/ui/topics' })),
      ),
    },
    {
      name: 'it is an address of the application',
      given: changedAll(
        sent(`${origin}/x`),
        application(() => ({ relayState: `${origin}/x` })),
      ),
    },
    {
      name: 'a start URL makes the application ask',
      given: application(() => ({ relayState: '/ui', startUrl: `${origin}/` })),
    },
  ],
  fails: [
    { given: broken('relay-state-not-sent'), message: 'changed', where: { artifact: 'response-delivery' } },
    {
      name: 'it is on another site',
      given: changedAll(
        sent('https://wiki.example.com/kafka'),
        application(() => ({ relayState: 'https://wiki.example.com/kafka' })),
      ),
      message: 'elsewhere',
    },
    {
      name: 'it is another site without a scheme',
      given: changedAll(
        sent('//wiki.example.com'),
        application(() => ({ relayState: '//wiki.example.com' })),
      ),
      message: 'elsewhere',
    },
    { name: 'one comes that nobody set', given: sent('/ui'), message: 'changed' },
  ],
  notApplicable: [
    unknownApplication,
    {
      name: 'the login began at the application',
      given: changed({ on: 'setup', apply: (record) => ({ ...record, initiatedBy: 'sp' }) }),
    },
  ],
});

checkTester(sessionDuration, {
  passes: [
    genuine,
    {
      name: 'half a minute went by while it was written',
      given: application(({ sessionMs }) => ({ sessionMs: sessionMs + 30_000 })),
    },
  ],
  fails: [
    { given: broken('session-duration-not-applied'), message: 'other', where: { artifact: 'response' } },
    {
      name: 'the assertion lasts twelve hours',
      given: changed({
        on: 'response',
        apply: (xml) =>
          setAttribute(xml, 'Conditions', 'NotOnOrAfter', new Date(testNow + 43_200_000).toISOString()),
      }),
      message: 'other',
    },
  ],
  notApplicable: [unknownApplication],
});

checkTester(sessionEnd, {
  passes: [
    genuine,
    {
      name: 'the application ends it before',
      given: home((one) => ({ ...one, sessionEnd: new Date(testNow).toISOString() })),
    },
  ],
  fails: [{ given: broken('session-outlives-assertion'), message: 'late', where: { path: '/sessionEnd' } }],
  notApplicable: [
    { name: 'the application does not show it', given: home(({ sessionEnd: _, ...one }) => one) },
  ],
});
