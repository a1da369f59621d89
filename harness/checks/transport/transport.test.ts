import type { Exchange } from '../../model/evidence.ts';
import type { HeaderFault } from '../../model/mutation.ts';
import acsAnswerCached from '../../mutations/transport/acs-answer-cached.ts';
import certificateNotTrusted from '../../mutations/transport/certificate-not-trusted.ts';
import formToHttp from '../../mutations/transport/form-to-http.ts';
import hopWithoutTls from '../../mutations/transport/hop-without-tls.ts';
import pageWithoutAnswer from '../../mutations/transport/page-without-answer.ts';
import postedElsewhere from '../../mutations/transport/posted-elsewhere.ts';
import redirectToHttp from '../../mutations/transport/redirect-to-http.ts';
import redirectsInCircles from '../../mutations/transport/redirects-in-circles.ts';
import relayStateTooLong from '../../mutations/transport/relay-state-too-long.ts';
import responseInAddress from '../../mutations/transport/response-in-address.ts';
import responseInReferer from '../../mutations/transport/response-in-referer.ts';
import responsePostedOn from '../../mutations/transport/response-posted-on.ts';
import serverError from '../../mutations/transport/server-error-on-the-way.ts';
import slowPage from '../../mutations/transport/slow-page.ts';
import tokenInAddress from '../../mutations/transport/token-in-address.ts';
import { changed, changedAll, checkTester, genuine, without } from '../check-tester.ts';
import acsNoStore from './acs-no-store.ts';
import answerTime from './answer-time.ts';
import contentTypeOptions from './content-type-options.ts';
import downgrade from './downgrade.ts';
import framing from './framing.ts';
import mixedContent from './mixed-content.ts';
import redirectCount from './redirect-count.ts';
import relayStateReturned from './relay-state-returned.ts';
import relayStateSize from './relay-state-size.ts';
import responseAddress from './response-address.ts';
import responseFields from './response-fields.ts';
import responseInUrl from './response-in-url.ts';
import responseReposted from './response-reposted.ts';
import serverErrors from './server-errors.ts';
import strictTransportSecurity from './strict-transport-security.ts';
import tls from './tls.ts';
import urlSecrets from './url-secrets.ts';

const exchanges = (apply: (all: readonly Exchange[]) => readonly Exchange[]) =>
  changed({ on: 'exchanges', apply });
const every = (change: (one: Exchange) => Exchange) => exchanges((all) => all.map(change));
const headers = (fault: HeaderFault) => changed({ on: 'headers', fault });
const plus = (extra: Partial<Exchange>) =>
  exchanges((all) => [
    ...all,
    ...all.slice(-1).map((last) => ({ ...last, index: last.index + 1, ...extra })),
  ]);
const post = (change: (one: Exchange) => Partial<Exchange>) =>
  every((one) => (one.requestBody?.startsWith('SAMLResponse=') ? { ...one, ...change(one) } : one));
const nothing = { name: 'nothing was recorded', given: exchanges(() => []) };
const noPost = exchanges((all) => all.filter(({ requestBody }) => !requestBody?.startsWith('SAMLResponse=')));

checkTester(tls, {
  passes: [
    { name: 'a page is made by the browser itself', given: plus({ url: 'about:blank', tls: false }) },
    { name: 'a picture is in the page', given: plus({ url: 'data:image/png;base64,AA==', tls: false }) },
    {
      name: 'a request by https got no answer',
      given: plus({ status: 0, tls: false, failure: 'net::ERR_ABORTED' }),
    },
  ],
  fails: [
    { given: hopWithoutTls, message: 'plain', where: { artifact: 'exchanges', path: 'exchange 0' } },
    { given: certificateNotTrusted, message: 'untrusted' },
    {
      name: 'an http address is tried in vain',
      given: plus({ url: 'http://acme.1kosmos.net/', status: 0, tls: false }),
      message: 'plain',
    },
  ],
  notApplicable: [nothing],
});

checkTester(downgrade, {
  passes: [
    {
      name: 'an http address redirects to http, which transport/tls tells',
      given: plus({
        url: 'http://a.example/',
        status: 302,
        responseHeaders: [{ name: 'location', value: 'http://b.example/' }],
      }),
    },
    {
      name: 'a link, which nobody follows by itself, leads to http',
      given: headers({ double: 'sp', path: '/start', appendHtml: '<a href="http://docs.example/">Help</a>' }),
    },
  ],
  fails: [
    { given: redirectToHttp, message: 'redirect' },
    { given: formToHttp, message: 'form' },
  ],
  notApplicable: [nothing],
});

checkTester(mixedContent, {
  passes: [
    {
      name: 'a link leads to http, and a picture is relative',
      given: headers({
        double: 'sp',
        path: '/start',
        appendHtml: '<a href="http://x.example/">x</a><img src="/logo.png">',
      }),
    },
    {
      name: 'the tag is in a comment',
      given: headers({ double: 'sp', path: '/start', appendHtml: '<!-- <img src="http://x.example/"> -->' }),
    },
  ],
  fails: [
    {
      name: 'a style sheet comes by http',
      given: headers({
        double: 'idp',
        path: '/login',
        appendHtml: '<link rel="stylesheet" href="http://x.example/s.css">',
      }),
      message: 'loads',
      where: { snippet: '<link rel="stylesheet" href="http://x.example/s.css">' },
    },
  ],
  notApplicable: [nothing],
});

checkTester(strictTransportSecurity, {
  passes: [
    {
      name: 'the value is quoted and has other directives',
      given: headers({
        double: 'idp',
        path: '/',
        set: { 'strict-transport-security': 'includeSubDomains; max-age="31536000"' },
      }),
    },
    {
      name: 'only redirects of a host lack it',
      given: every((one) =>
        one.status === 303
          ? { ...one, responseHeaders: one.responseHeaders.filter(({ name }) => name === 'location') }
          : one,
      ),
    },
  ],
  fails: [
    {
      name: 'the value cannot be read',
      given: headers({ double: 'sp', path: '/', set: { 'strict-transport-security': 'yes' } }),
      message: 'missing',
    },
    {
      name: 'it is switched off',
      given: headers({ double: 'sp', path: '/', set: { 'strict-transport-security': 'max-age=0' } }),
      message: 'short',
    },
  ],
  notApplicable: [nothing],
});

checkTester(contentTypeOptions, {
  passes: [
    {
      name: 'the value is in upper case',
      given: headers({ double: 'idp', path: '/', set: { 'x-content-type-options': 'NoSniff' } }),
    },
  ],
  fails: [
    {
      name: 'the portal lacks it',
      given: headers({ double: 'sp', path: '/start', remove: ['x-content-type-options'] }),
      message: 'missing',
    },
  ],
  notApplicable: [nothing],
});

checkTester(framing, {
  passes: [
    {
      name: 'there is only X-Frame-Options',
      given: headers({
        double: 'sp',
        path: '/',
        remove: ['content-security-policy'],
        set: { 'x-frame-options': 'sameorigin' },
      }),
    },
    {
      name: 'there is only frame-ancestors',
      given: headers({ double: 'sp', path: '/', remove: ['x-frame-options'] }),
    },
  ],
  fails: [
    {
      name: 'frame-ancestors allows all, which outweighs X-Frame-Options',
      given: headers({ double: 'sp', path: '/', set: { 'content-security-policy': 'frame-ancestors *' } }),
      message: 'open',
    },
    {
      name: 'X-Frame-Options has a value that browsers do not know',
      given: headers({
        double: 'sp',
        path: '/',
        remove: ['content-security-policy'],
        set: { 'x-frame-options': 'ALLOW-FROM https://a.example' },
      }),
      message: 'open',
    },
  ],
  notApplicable: [nothing],
});

checkTester(serverErrors, {
  passes: [
    { name: 'a page was left while it loaded', given: plus({ status: 0, failure: 'net::ERR_ABORTED' }) },
    { name: 'a refusal is answered by 403', given: plus({ status: 403 }) },
    {
      name: 'a picture could not be fetched',
      given: plus({ status: 0, resource: 'image', failure: 'net::ERR_FAILED' }),
    },
  ],
  fails: [
    { given: serverError, message: 'failed' },
    { given: pageWithoutAnswer, message: 'unanswered' },
    {
      name: 'a double does not know the request',
      given: plus({ status: 501, resource: 'fetch' }),
      message: 'failed',
    },
  ],
  notApplicable: [nothing],
});

checkTester(redirectCount, {
  passes: [{ name: 'the login redirects now and then', given: genuine }],
  fails: [{ given: redirectsInCircles, message: 'many', where: { path: 'exchange 0' } }],
  notApplicable: [nothing],
});

checkTester(answerTime, {
  passes: [{ name: 'a poll waits for the phone', given: plus({ resource: 'fetch', durationMs: 25_000 }) }],
  fails: [{ given: slowPage, message: 'slow' }],
  notApplicable: [nothing],
});

checkTester(urlSecrets, {
  passes: [
    {
      name: 'an address has a code that is used once',
      given: plus({ url: 'https://sp.example/start/handoff?code=x' }),
    },
    { name: 'a parameter is empty', given: plus({ url: 'https://sp.example/?password=' }) },
    {
      name: 'a path speaks of passwords',
      given: plus({ url: 'https://sp.example/password/forgotten?lang=en' }),
    },
  ],
  fails: [
    { given: tokenInAddress, message: 'parameter' },
    {
      name: 'the session is in the path',
      given: plus({ url: 'https://sp.example/a;jsessionid=1?x' }),
      message: 'parameter',
    },
    {
      name: 'the user is before the host',
      given: plus({ url: 'https://ada:secret@sp.example/' }),
      message: 'userinfo',
    },
  ],
  notApplicable: [nothing],
});

checkTester(responseInUrl, {
  passes: [
    {
      name: 'an address holds the request, as HTTP-Redirect has it',
      given: plus({ url: 'https://idp.example/sso?SAMLRequest=x&RelayState=SAMLResponse' }),
    },
    {
      name: 'a logout is answered by a redirect',
      given: plus({ url: 'https://sp.example/slo?SAMLResponse=logout-message' }),
    },
  ],
  fails: [
    { given: responseInAddress, message: 'address' },
    { given: responseInReferer, message: 'referer', where: { artifact: 'exchanges' } },
    {
      name: 'a redirect passes it on',
      given: plus({
        status: 302,
        responseHeaders: [{ name: 'location', value: 'https://sp.example/acs?SAMLResponse=x' }],
      }),
      message: 'location',
    },
  ],
  notApplicable: [nothing],
});

checkTester(responseFields, {
  passes: [
    {
      name: 'the form has fields of its own',
      given: post(({ requestBody }) => ({ requestBody: `${requestBody}&_csrf=1&_csrf=2` })),
    },
    { name: 'there is no RelayState', given: post(() => ({ requestBody: 'SAMLResponse=x' })) },
  ],
  fails: [
    {
      name: 'RelayState is there twice',
      given: post(({ requestBody }) => ({ requestBody: `${requestBody}&RelayState=a` })),
      message: 'repeated',
      where: { artifact: 'exchanges' },
    },
  ],
  notApplicable: [{ name: 'no post was recorded', given: noPost }],
});

checkTester(responseAddress, {
  passes: [
    {
      name: 'only the settings name the address',
      given: changedAll(without('sp-metadata')),
    },
  ],
  fails: [{ given: postedElsewhere, message: 'other' }],
  notApplicable: [{ name: 'nobody says what the address is', given: without('sp-metadata', 'setup') }],
});

checkTester(responseReposted, {
  passes: [
    { name: 'the answer is a page', given: post(() => ({ status: 200 })) },
    { name: 'the answer is 302', given: post(() => ({ status: 302 })) },
  ],
  fails: [
    { given: responsePostedOn, message: 'reposted' },
    { name: 'the answer is 308', given: post(() => ({ status: 308 })), message: 'reposted' },
  ],
  notApplicable: [{ name: 'no post was recorded', given: noPost }],
});

checkTester(acsNoStore, {
  passes: [
    {
      name: 'no-store is one of several directives',
      given: headers({
        double: 'sp',
        path: '/platform',
        set: { 'cache-control': 'private,no-store , max-age=0' },
      }),
    },
  ],
  fails: [
    { given: acsAnswerCached, message: 'kept' },
    {
      name: 'the answer is only private',
      given: headers({ double: 'sp', path: '/platform', set: { 'cache-control': 'private' } }),
      message: 'kept',
    },
  ],
  notApplicable: [{ name: 'no post was recorded', given: noPost }],
});

checkTester(relayStateReturned, {
  passes: [{ name: 'the value is opaque and comes back', given: genuine }],
  fails: [
    { given: changed({ on: 'relay-state', apply: (text) => text.toUpperCase() }), message: 'changed' },
    {
      name: 'it comes back empty',
      given: changed({ on: 'relay-state', apply: () => '' }),
      message: 'changed',
    },
  ],
  notApplicable: [{ name: 'the identity provider began', given: genuine, login: 'idp' }],
});

checkTester(relayStateSize, {
  passes: [
    { name: 'it has exactly 80 bytes', given: changed({ on: 'relay-state', apply: () => 'x'.repeat(80) }) },
    { name: 'it is empty', given: changed({ on: 'relay-state', apply: () => '' }) },
  ],
  fails: [
    { given: relayStateTooLong, message: 'long' },
    {
      name: '41 letters have 82 bytes',
      given: changed({ on: 'relay-state', apply: () => 'é'.repeat(41) }),
      message: 'long',
    },
  ],
  notApplicable: [{ name: 'the identity provider began without one', given: genuine, login: 'idp' }],
});
