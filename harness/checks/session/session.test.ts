import type { Exchange } from '../../model/evidence.ts';
import type { PortalRecord } from '../../model/records.ts';
import cookieFromBeforeLogin from '../../mutations/session/cookie-from-before-login.ts';
import deepLinkLost from '../../mutations/session/deep-link-lost.ts';
import noNewCookie from '../../mutations/session/no-new-cookie.ts';
import ofNobody from '../../mutations/session/of-nobody.ts';
import ofOtherUser from '../../mutations/session/of-other-user.ts';
import outlivesSignOut from '../../mutations/session/outlives-sign-out.ts';
import portalOfOtherUser from '../../mutations/session/portal-of-other-user.ts';
import { changed, changedAll, checkTester, genuine } from '../check-tester.ts';
import deepLink from './deep-link.ts';
import portalUser from './portal-user.ts';
import renewed from './renewed.ts';
import rightUser from './right-user.ts';
import signOut from './sign-out.ts';

const portal = (changes: Partial<PortalRecord>) =>
  changed({ on: 'portal', apply: (record) => ({ ...record, ...changes }) });
const refused = changed({ on: 'outcome', apply: (record) => ({ ...record, actual: 'refused-by-sp' }) });
const nobodyKnown = changed({ on: 'setup', apply: ({ user: _user, ...record }) => record });
const noSuchUser = changed({ on: 'setup', apply: (record) => ({ ...record, user: null }) });
const exchanges = (apply: (one: Exchange) => Exchange) =>
  changed({ on: 'exchanges', apply: (all) => all.map(apply) });
const firstCookie = (line: string) =>
  exchanges((one) =>
    one.index > 0
      ? one
      : { ...one, responseHeaders: [...one.responseHeaders, { name: 'set-cookie', value: line }] },
  );
const masked = (word: string) =>
  exchanges((one) => ({
    ...one,
    responseHeaders: one.responseHeaders.map(({ name, value }) => ({
      name,
      value: name === 'set-cookie' ? value.replace(/=masked-\w+/, `=${word}`) : value,
    })),
  }));

checkTester(renewed, {
  passes: [
    {
      name: 'another session cookie was there before',
      given: firstCookie('__Host-portal-session=masked-00000000; Path=/; Secure; HttpOnly; SameSite=Lax'),
    },
    {
      name: 'the recorder masks every value by one word',
      given: changedAll(
        firstCookie('__Host-portal-session=masked-1; Path=/; Secure; HttpOnly; SameSite=Lax'),
        masked('***'),
      ),
    },
  ],
  fails: [
    { given: cookieFromBeforeLogin, message: 'same', where: { artifact: 'exchanges' } },
    { given: noNewCookie, message: 'none' },
  ],
  notApplicable: [
    { name: 'nobody was logged in', given: refused },
    {
      name: 'the recording has no cookies',
      given: exchanges((one) => ({
        ...one,
        responseHeaders: one.responseHeaders.filter(({ name }) => name !== 'set-cookie'),
      })),
    },
  ],
});

checkTester(rightUser, {
  passes: [{ name: 'the identity provider began', given: genuine, login: 'idp' }],
  fails: [
    { given: ofOtherUser, message: 'other', where: { artifact: 'outcome', path: '/who' } },
    { given: ofNobody, message: 'nobody' },
    {
      name: 'the name differs in case',
      given: changed({
        on: 'outcome',
        apply: (record) => ({ ...record, who: record.who?.toUpperCase() ?? '' }),
      }),
      message: 'other',
    },
  ],
  notApplicable: [
    { name: 'nobody was logged in', given: refused },
    { name: 'it is not known who was to', given: nobodyKnown },
    { name: 'the directory has no such person', given: noSuchUser },
  ],
});

checkTester(portalUser, {
  passes: [{ name: 'the portal shows the user name', given: genuine }],
  fails: [
    { given: portalOfOtherUser, message: 'other' },
    { name: 'the portal shows no name', given: portal({ userName: '' }), message: 'other' },
  ],
  notApplicable: [{ name: 'it is not known who was to log in', given: nobodyKnown }],
});

const role = 'account_id=111122223333&role_name=ReadOnlyAccess';
checkTester(deepLink, {
  passes: [
    {
      name: 'the portal writes the same destination as a path',
      given: portal({
        deepLink: {
          wanted: `https://d-1234567890.awsapps.com/start/#/console?${role}`,
          reached: `https://d-1234567890.awsapps.com/start/console?${role}&x=1`,
        },
      }),
    },
    {
      name: 'the link is any address',
      given: portal({ deepLink: { wanted: 'https://sp.example/a', reached: 'https://sp.example/a' } }),
    },
  ],
  fails: [
    { given: deepLinkLost, message: 'elsewhere', where: { path: '/deepLink/reached' } },
    {
      name: 'the role is another',
      given: portal({
        deepLink: {
          wanted: '111122223333/PowerUserAccess',
          reached: `https://d-1234567890.awsapps.com/start/console?${role}`,
        },
      }),
      message: 'elsewhere',
    },
  ],
  notApplicable: [{ name: 'the login began without one', given: genuine, login: 'idp' }],
});

checkTester(signOut, {
  passes: [{ name: 'the old cookie leads to the login page', given: genuine }],
  fails: [{ given: outlivesSignOut, message: 'alive' }],
  notApplicable: [
    {
      name: 'nobody signed out',
      given: changed({ on: 'portal', apply: ({ signedOut: _signedOut, ...record }) => record }),
    },
  ],
});
