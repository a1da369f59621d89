import type { Exchange } from '../../model/evidence.ts';
import type { HeaderFault } from '../../model/mutation.ts';
import noNewCookie from '../../mutations/session/no-new-cookie.ts';
import formNeedsScript from '../../mutations/transport/form-needs-script.ts';
import formRestored from '../../mutations/transport/form-restored.ts';
import formTellsAddress from '../../mutations/transport/form-tells-address.ts';
import formWithAnyScript from '../../mutations/transport/form-with-any-script.ts';
import formWithTracker from '../../mutations/transport/form-with-tracker.ts';
import formWithoutPolicy from '../../mutations/transport/form-without-policy.ts';
import cookieForScripts from '../../mutations/transport/session-cookie-for-scripts.ts';
import cookieNotSecure from '../../mutations/transport/session-cookie-not-secure.ts';
import cookieStrict from '../../mutations/transport/session-cookie-strict.ts';
import cookieWithoutSameSite from '../../mutations/transport/session-cookie-without-same-site.ts';
import { changed, checkTester, genuine } from '../check-tester.ts';
import cookieHttpOnly from './cookie-http-only.ts';
import cookieSameSite from './cookie-same-site.ts';
import cookieSecure from './cookie-secure.ts';
import cookieSurvivesPost from './cookie-survives-post.ts';
import formAutocomplete from './form-autocomplete.ts';
import formButton from './form-button.ts';
import formContentSecurity from './form-content-security.ts';
import formNoStore from './form-no-store.ts';
import formReferrerPolicy from './form-referrer-policy.ts';
import formThirdParty from './form-third-party.ts';

const onForm = (fault: Omit<HeaderFault, 'double' | 'path'>) =>
  changed({ on: 'headers', fault: { double: 'idp', path: '/login/complete', ...fault } });
const exchanges = (apply: (all: readonly Exchange[]) => readonly Exchange[]) =>
  changed({ on: 'exchanges', apply });
const formHtml = (change: (html: string) => string) =>
  exchanges((all) =>
    all.map((one) =>
      one.responseBody?.includes('SAMLResponse') ? { ...one, responseBody: change(one.responseBody) } : one,
    ),
  );
const noForm = exchanges((all) => all.filter(({ responseBody }) => !responseBody?.includes('SAMLResponse')));
const cookies = (change: (line: string) => string) =>
  exchanges((all) =>
    all.map((one) => ({
      ...one,
      responseHeaders: one.responseHeaders.map(({ name, value }) => ({
        name,
        value: name === 'set-cookie' ? change(value) : value,
      })),
    })),
  );
const extraCookie = (value: string) =>
  exchanges((all) =>
    all.map((one, index) =>
      index > 0 ? one : { ...one, responseHeaders: [...one.responseHeaders, { name: 'set-cookie', value }] },
    ),
  );
const noCookies = exchanges((all) =>
  all.map((one) => ({
    ...one,
    responseHeaders: one.responseHeaders.filter(({ name }) => name !== 'set-cookie'),
  })),
);
const csp = (value: string) => onForm({ set: { 'content-security-policy': value } });

checkTester(formNoStore, {
  passes: [
    {
      name: 'no-store stands among others',
      given: onForm({ set: { 'cache-control': 'no-cache, no-store' } }),
    },
  ],
  fails: [
    {
      name: 'there is only no-cache',
      given: onForm({ set: { 'cache-control': 'no-cache' } }),
      message: 'kept',
    },
    { name: 'there is no header', given: onForm({ remove: ['cache-control'] }), message: 'kept' },
  ],
  notApplicable: [{ name: 'no such page was recorded', given: noForm }],
});

checkTester(formContentSecurity, {
  passes: [
    { name: 'a hash names the script', given: csp("script-src 'sha256-AAAA' 'unsafe-inline'") },
    { name: 'default-src stands for scripts', given: csp("default-src 'self'") },
    { name: 'strict-dynamic outweighs https:', given: csp("script-src 'nonce-a' 'strict-dynamic' https:") },
  ],
  fails: [
    { given: formWithoutPolicy, message: 'missing' },
    { given: formWithAnyScript, message: 'loose' },
    { name: 'scripts may come from everywhere', given: csp('script-src *'), message: 'loose' },
    { name: 'nothing is said of scripts', given: csp("img-src 'self'"), message: 'loose' },
  ],
  notApplicable: [{ name: 'no such page was recorded', given: noForm }],
});

checkTester(formReferrerPolicy, {
  passes: [
    {
      name: 'a meta element states it',
      given: onForm({
        remove: ['referrer-policy'],
        appendHtml: '<meta name="referrer" content="no-referrer">',
      }),
    },
    {
      name: 'the last of several values is tight',
      given: onForm({ set: { 'referrer-policy': 'unsafe-url, strict-origin' } }),
    },
  ],
  fails: [
    { given: formTellsAddress, message: 'loose' },
    { name: 'nothing is stated', given: onForm({ remove: ['referrer-policy'] }), message: 'missing' },
  ],
  notApplicable: [{ name: 'no such page was recorded', given: noForm }],
});

checkTester(formThirdParty, {
  passes: [
    {
      name: 'a sister host serves the logo',
      given: onForm({ appendHtml: '<img src="https://cdn.1kosmos.net/logo.png">' }),
    },
    {
      name: 'a picture is in the page itself',
      given: onForm({ appendHtml: '<img src="data:image/png;base64,AA==">' }),
    },
    {
      name: 'a link leads elsewhere',
      given: onForm({ appendHtml: '<a href="https://help.example/">Help</a>' }),
    },
    {
      name: 'the profile allows the host',
      given: onForm({ appendHtml: '<script src="https://fonts.example/f.js"></script>' }),
      options: { allowedHosts: ['fonts.example'] },
    },
  ],
  fails: [
    { given: formWithTracker, message: 'foreign' },
    {
      name: 'a script has no scheme',
      given: onForm({ appendHtml: '<script src="//x.example/a.js"></script>' }),
      message: 'foreign',
    },
  ],
  notApplicable: [{ name: 'no such page was recorded', given: noForm }],
});

checkTester(formAutocomplete, {
  passes: [
    {
      name: 'the field itself says it',
      given: formHtml((html) =>
        html
          .replace(' autocomplete="off"', '')
          .replace('name="SAMLResponse"', 'name="SAMLResponse" autocomplete="off"'),
      ),
    },
  ],
  fails: [{ given: formRestored, message: 'kept' }],
  notApplicable: [{ name: 'no such page was recorded', given: noForm }],
});

checkTester(formButton, {
  passes: [
    {
      name: 'the button is in a noscript element',
      given: formHtml((html) =>
        html.replace(/<button[\s\S]*<\/button>/, '<noscript><input type="submit"></noscript>'),
      ),
    },
  ],
  fails: [
    { given: formNeedsScript, message: 'none' },
    {
      name: 'the button submits nothing',
      given: formHtml((html) => html.replace(/<button[^>]*>/, '<button type="button">')),
      message: 'none',
    },
    {
      name: 'the button stands outside the form',
      given: formHtml((html) =>
        html.replace(/<button[\s\S]*<\/button>/, '').replace('</form>', '</form><button>Go</button>'),
      ),
      message: 'none',
    },
  ],
  notApplicable: [{ name: 'no such page was recorded', given: noForm }],
});

checkTester(cookieSecure, {
  passes: [
    { name: 'attributes are in another case', given: cookies((line) => line.replace('Secure', 'secure')) },
    { name: 'a cookie is only taken away', given: extraCookie('old=; Path=/; Max-Age=0') },
  ],
  fails: [{ given: cookieNotSecure, message: 'open' }],
  notApplicable: [{ name: 'no cookie was set', given: noCookies }],
});

checkTester(cookieHttpOnly, {
  passes: [
    {
      name: 'a token against forged requests is read by scripts',
      given: extraCookie('XSRF-TOKEN=masked-1; Secure; SameSite=Lax'),
    },
    {
      name: 'the profile names a cookie for scripts',
      given: extraCookie('tab=masked-1'),
      options: { readByScripts: ['tab'] },
    },
  ],
  fails: [{ given: cookieForScripts, message: 'open' }],
  notApplicable: [{ name: 'no cookie was set', given: noCookies }],
});

checkTester(cookieSameSite, {
  passes: [
    {
      name: 'None goes with Secure',
      given: cookies((line) => line.replace('SameSite=Lax', 'samesite=none')),
    },
    { name: 'a cookie is Strict', given: extraCookie('a=masked-1; Secure; SameSite=Strict') },
  ],
  fails: [
    { given: cookieWithoutSameSite, message: 'missing' },
    { name: 'None goes without Secure', given: extraCookie('a=masked-1; SameSite=None'), message: 'dropped' },
    {
      name: 'the value is no value',
      given: extraCookie('a=masked-1; Secure; SameSite=Always'),
      message: 'unknown',
    },
  ],
  notApplicable: [{ name: 'no cookie was set', given: noCookies }],
});

checkTester(cookieSurvivesPost, {
  passes: [
    { name: 'cookies are None', given: cookies((line) => line.replace('SameSite=Lax', 'SameSite=None')) },
    {
      name: 'a Strict cookie was set before the post',
      given: extraCookie('a=masked-1; Secure; SameSite=Strict'),
    },
    { name: 'the identity provider began', given: genuine, login: 'idp' },
  ],
  fails: [{ given: cookieStrict, message: 'held' }],
  notApplicable: [
    {
      name: 'the post is answered by a page',
      given: exchanges((all) =>
        all.map((one) => (one.requestBody?.startsWith('SAMLResponse=') ? { ...one, status: 200 } : one)),
      ),
    },
    { name: 'no cookie is set after the post', given: noNewCookie },
  ],
});
