import type { PhoneRecord } from '../../model/records.ts';
import approvalAfterEnd from '../../mutations/authenticator/approval-after-end.ts';
import algorithmNone from '../../mutations/authenticator/approval-algorithm-none.ts';
import forOtherUser from '../../mutations/authenticator/approval-for-other-user.ts';
import forged from '../../mutations/authenticator/approval-forged.ts';
import ofOtherLogin from '../../mutations/authenticator/approval-of-other-login.ts';
import takenTwice from '../../mutations/authenticator/approval-taken-twice.ts';
import unsigned from '../../mutations/authenticator/approval-unsigned.ts';
import biometricOfOtherKind from '../../mutations/authenticator/biometric-of-other-kind.ts';
import deniedAndLoggedIn from '../../mutations/authenticator/denied-and-logged-in.ts';
import livenessFailed from '../../mutations/authenticator/liveness-failed-and-approved.ts';
import noBiometric from '../../mutations/authenticator/no-biometric.ts';
import noNumber from '../../mutations/authenticator/no-number.ts';
import numberOfOtherPage from '../../mutations/authenticator/number-of-other-page.ts';
import refusedAndLoggedIn from '../../mutations/authenticator/refused-and-logged-in.ts';
import refusedWithoutReason from '../../mutations/authenticator/refused-without-reason.ts';
import relayedPage from '../../mutations/authenticator/relayed-page.ts';
import { refusedByIdp } from '../../mutations/outcome/_refused.ts';
import { changed, changedAll, checkTester, genuine } from '../check-tester.ts';
import approvalCovers from './approval-covers.ts';
import approvalInTime from './approval-in-time.ts';
import approvalOnce from './approval-once.ts';
import approvalSigned from './approval-signed.ts';
import denialFinal from './denial-final.ts';
import factor from './factor.ts';
import liveness from './liveness.ts';
import numberMatch from './number-match.ts';
import originShown from './origin-shown.ts';
import refusalTold from './refusal-told.ts';
import requestShown from './request-shown.ts';

const phone = (change: (record: PhoneRecord) => Partial<PhoneRecord>) =>
  changed({ on: 'phone', apply: (record) => ({ ...record, ...change(record) }) });
const answer = (changes: Partial<PhoneRecord['answer']>) =>
  phone((record) => ({ answer: { ...record.answer, ...changes } }));
const shown = (changes: Partial<PhoneRecord['shown']>) =>
  phone((record) => ({ shown: { ...record.shown, ...changes } }));
const refused = phone(() => ({
  verdict: { status: 403, code: 'number-mismatch', message: 'The number is another.' },
}));
const denied = phone((record) => ({
  answer: { ...record.answer, decision: 'deny' },
  verdict: { status: 200, code: 'denied', message: 'Denied.' },
}));
const refusedByProvider = { name: 'the provider refused the phone', given: refused };
const deniedByPerson = { name: 'the person denied', given: denied };
/** What a flow records when the very scan was refused. */
const scanRefused = {
  name: 'the scan was refused',
  given: phone(() => ({
    shown: { application: '', origin: '', userName: 'alice@example.com' },
    answer: { decision: 'none' },
    verdict: { status: 410, code: 'qr-expired', message: 'The code has expired.' },
  })),
};

checkTester(numberMatch, {
  passes: [{ name: 'both show the same', given: genuine, login: 'idp' }],
  fails: [
    { given: numberOfOtherPage, message: 'other' },
    { given: noNumber, message: 'none' },
    {
      name: 'only the page shows one',
      given: changed({ on: 'phone', apply: ({ numberOnPhone: _number, ...record }) => record }),
      message: 'none',
    },
  ],
  notApplicable: [refusedByProvider, deniedByPerson],
});

checkTester(requestShown, {
  passes: [deniedByPerson],
  fails: [
    {
      name: 'the application has no name',
      given: shown({ application: ' ' }),
      message: 'missing',
      where: { path: '/shown/application' },
    },
    {
      name: 'the person is not named',
      given: shown({ userName: '' }),
      message: 'missing',
      where: { path: '/shown/userName' },
    },
  ],
  notApplicable: [scanRefused],
});

checkTester(originShown, {
  passes: [
    { name: 'the phone shows only the host', given: shown({ origin: 'acme.1kosmos.net' }) },
    { name: 'the port is spelt out', given: shown({ origin: 'https://acme.1kosmos.net:443' }) },
  ],
  fails: [
    { given: relayedPage, message: 'other' },
    { name: 'nothing is shown', given: shown({ origin: '' }), message: 'missing' },
    {
      name: 'the host only begins alike',
      given: shown({ origin: 'https://acme.1kosmos.net.attacker.example' }),
      message: 'other',
    },
  ],
  notApplicable: [scanRefused],
});

checkTester(approvalSigned, {
  passes: [{ name: 'the device signed', given: genuine, login: 'idp' }],
  fails: [
    { given: forged, message: 'invalid', where: { artifact: 'phone', path: '/answer/jws' } },
    { given: unsigned, message: 'unsigned' },
    { given: algorithmNone, message: 'algorithm' },
    { name: 'the answer is no JWS', given: answer({ jws: 'a.b' }), message: 'unsigned' },
    { name: 'the enrolled key is no key', given: answer({ enrolledKey: { kty: 'EC' } }), message: 'invalid' },
  ],
  notApplicable: [
    { name: 'a bad signature was refused', given: changedAll(answer({ jws: 'a.b.c' }), refused) },
    {
      name: 'the enrolled key is not known',
      given: changed({
        on: 'phone',
        apply: ({ answer: { enrolledKey: _key, ...rest }, ...record }) => ({ ...record, answer: rest }),
      }),
    },
  ],
});

checkTester(approvalCovers, {
  passes: [
    { name: 'the first code of a reloaded page is scanned', given: genuine },
    {
      name: 'the code is percent-encoded',
      given: phone(({ qr, qrAfterReload }) => ({
        qr: encodeURIComponent(qr),
        qrAfterReload: encodeURIComponent(qrAfterReload ?? ''),
      })),
    },
  ],
  fails: [
    { given: ofOtherLogin, message: 'other' },
    { given: forOtherUser, message: 'other' },
    {
      name: 'the phone showed another site',
      given: shown({ origin: 'https://attacker.example' }),
      message: 'other',
    },
    { name: 'the signed part is empty', given: answer({ jws: `e30.${'e30'}.AA` }), message: 'missing' },
  ],
  notApplicable: [refusedByProvider, deniedByPerson, { name: 'nothing was signed', given: unsigned }],
});

checkTester(approvalInTime, {
  passes: [
    {
      name: 'the phone’s clock is two minutes ahead',
      given: phone((record) => ({
        answer: { ...record.answer, sentAt: new Date(Date.parse(record.expiresAt) + 120_000).toISOString() },
      })),
    },
  ],
  fails: [{ given: approvalAfterEnd, message: 'late' }],
  notApplicable: [
    {
      name: 'a late answer was refused',
      given: changedAll(answer({ sentAt: '2030-01-01T00:00:00.000Z' }), refused),
    },
  ],
});

checkTester(approvalOnce, {
  passes: [
    {
      name: 'the repetition is refused',
      given: phone(() => ({ repeated: [{ status: 409, code: 'already-answered' }] })),
    },
  ],
  fails: [
    { given: takenTwice, message: 'again' },
    {
      name: 'the third time it is taken',
      given: phone(() => ({
        repeated: [
          { status: 409, code: 'x' },
          { status: 200, code: 'approved' },
        ],
      })),
      message: 'again',
      where: { path: '/repeated/1' },
    },
  ],
  notApplicable: [{ name: 'it was not tried', given: phone(() => ({ repeated: [] })) }],
});

const ended = changed({ on: 'outcome', apply: refusedByIdp });
checkTester(denialFinal, {
  passes: [
    { name: 'the person denied and nobody is in', given: changedAll(denied, ended) },
    { name: 'the provider refused and nobody is in', given: changedAll(refused, ended) },
    { name: 'the scan was refused and nobody is in', given: changedAll(scanRefused.given, ended) },
  ],
  fails: [
    { given: deniedAndLoggedIn, message: 'denied' },
    { given: refusedAndLoggedIn, message: 'refused' },
    { name: 'nobody answered and somebody is in', given: scanRefused.given, message: 'denied' },
  ],
  notApplicable: [{ name: 'the phone approved', given: genuine }],
});

checkTester(liveness, {
  passes: [{ name: 'LiveID passed', given: answer({ biometric: 'live-id', liveness: 'passed' }) }],
  fails: [
    { given: livenessFailed, message: 'notPassed' },
    {
      name: 'LiveID did not check',
      given: answer({ biometric: 'live-id', liveness: 'not-checked' }),
      message: 'notPassed',
    },
  ],
  notApplicable: [
    { name: 'Touch ID reports none', given: answer({ biometric: 'touch-id', liveness: 'not-checked' }) },
    { name: 'a failed check was refused', given: changedAll(answer({ liveness: 'failed' }), refused) },
  ],
});

checkTester(factor, {
  passes: [{ name: 'the signed answer says nothing of it', given: answer({ jws: 'e30.e30.AA' }) }],
  fails: [
    { given: biometricOfOtherKind, message: 'other' },
    { given: noBiometric, message: 'none' },
  ],
  notApplicable: [refusedByProvider],
});

checkTester(refusalTold, {
  passes: [refusedByProvider, scanRefused],
  fails: [
    { given: refusedWithoutReason, message: 'silent' },
    {
      name: 'only the sentence is missing',
      given: phone(() => ({ verdict: { status: 410, code: 'qr-expired', message: '' } })),
      message: 'silent',
    },
  ],
  notApplicable: [{ name: 'the phone was not refused', given: genuine }, deniedByPerson],
});
