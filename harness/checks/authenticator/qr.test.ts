import type { PhoneRecord } from '../../model/records.ts';
import guessable from '../../mutations/authenticator/qr-guessable.ts';
import keptAfterReload from '../../mutations/authenticator/qr-kept-after-reload.ts';
import ofForeignHost from '../../mutations/authenticator/qr-of-foreign-host.ts';
import validForAnHour from '../../mutations/authenticator/qr-valid-for-an-hour.ts';
import withToken from '../../mutations/authenticator/qr-with-token.ts';
import withUserName from '../../mutations/authenticator/qr-with-user-name.ts';
import withoutTls from '../../mutations/authenticator/qr-without-tls.ts';
import { changed, checkTester, genuine } from '../check-tester.ts';
import qrEntropy from './qr-entropy.ts';
import qrLifetime from './qr-lifetime.ts';
import qrOrigin from './qr-origin.ts';
import qrRenewed from './qr-renewed.ts';
import qrSecret from './qr-secret.ts';

const phone = (changes: Partial<PhoneRecord>) =>
  changed({ on: 'phone', apply: (record) => ({ ...record, ...changes }) });
const qr = (text: string) => phone({ qr: text });
const noCode = { name: 'no code was read', given: qr('') };

checkTester(qrEntropy, {
  passes: [
    {
      name: 'the code is a UUID',
      given: qr('blockid://authenticate?s=6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10'),
    },
    {
      name: 'the value is in the path',
      given: qr('https://acme.1kosmos.net/qr/dGhpcyBpcyBhIHJhbmRvbSB2YWx1ZSEh'),
    },
    { name: 'the code is no address', given: qr('d2f8a6b90c1e4735a6b7c8d9e0f1a2b3') },
  ],
  fails: [
    { given: guessable, message: 'short' },
    {
      name: 'a long value repeats one letter',
      given: qr(`https://acme.1kosmos.net/qr?c=${'a'.repeat(64)}`),
      message: 'short',
    },
    {
      name: 'the value is a number',
      given: qr('https://acme.1kosmos.net/qr?c=1234567890'),
      message: 'short',
    },
  ],
  notApplicable: [noCode],
});

checkTester(qrSecret, {
  passes: [{ name: 'the code refers to the login', given: genuine, login: 'idp' }],
  fails: [
    { given: withUserName, message: 'person' },
    { given: withToken, message: 'token' },
    {
      name: 'the code has an access token',
      given: qr('https://acme.1kosmos.net/qr?access_token=abc'),
      message: 'credential',
    },
  ],
  notApplicable: [noCode],
});

checkTester(qrOrigin, {
  passes: [
    {
      name: 'the profile allows the host of the app',
      given: qr('https://app.1kosmos.net/qr?c=x'),
      options: { allowedHosts: ['app.1kosmos.net'] },
    },
  ],
  fails: [
    { given: ofForeignHost, message: 'foreign' },
    { given: withoutTls, message: 'plain' },
    {
      name: 'the real host is only the user name',
      given: qr('https://acme.1kosmos.net@attacker.example/qr'),
      message: 'foreign',
    },
  ],
  notApplicable: [
    { name: 'the app has a scheme of its own', given: qr('blockid://authenticate?s=1') },
    noCode,
  ],
});

checkTester(qrLifetime, {
  passes: [
    {
      name: 'it is five minutes exactly',
      given: phone({ issuedAt: '2026-03-14T09:26:00.000Z', expiresAt: '2026-03-14T09:31:00Z' }),
    },
  ],
  fails: [
    { given: validForAnHour, message: 'long' },
    { name: 'no time is stated', given: phone({ expiresAt: 'never' }), message: 'unknown' },
  ],
  notApplicable: [
    {
      name: 'the scan was refused',
      given: phone({ shown: { application: '', origin: '', userName: 'a' }, answer: { decision: 'none' } }),
    },
  ],
});

checkTester(qrRenewed, {
  passes: [{ name: 'the reloaded page shows another', given: genuine }],
  fails: [{ given: keptAfterReload, message: 'same' }],
  notApplicable: [
    {
      name: 'the page was not reloaded',
      given: changed({ on: 'phone', apply: ({ qrAfterReload: _qr, ...record }) => record }),
    },
  ],
});
