import type { ScimProbeCall, ScimProbeRecord } from '../../model/scim-records.ts';
import answerAsText from '../../mutations/scim-service/answer-as-text.ts';
import createdAnsweredOk from '../../mutations/scim-service/created-answered-ok.ts';
import duplicateTaken from '../../mutations/scim-service/duplicate-taken.ts';
import errorAsPage from '../../mutations/scim-service/error-as-page.ts';
import errorStatusAsNumber from '../../mutations/scim-service/error-status-as-number.ts';
import failed from '../../mutations/scim-service/failed.ts';
import personLeft from '../../mutations/scim-service/person-left.ts';
import tokenRepeated from '../../mutations/scim-service/token-repeated.ts';
import { changed, checkTester } from '../check-tester.ts';
import cleared from './cleared.ts';
import errorBody from './error-body.ts';
import identityCenter from './identity-center.ts';
import mediaType from './media-type.ts';
import ownError from './own-error.ts';
import rfc from './rfc.ts';
import tokenKept from './token-kept.ts';

const probe = (apply: (record: ScimProbeRecord) => ScimProbeRecord) =>
  changed({ on: 'scim-probe', apply }, 'in-transit');
/** Every answer of this status otherwise. */
const answered = (status: number, change: Partial<ScimProbeCall>) =>
  probe((record) => ({
    ...record,
    calls: record.calls.map((call) => (call.status === status ? { ...call, ...change } : call)),
  }));
const silent = probe((record) => ({ ...record, calls: [], expectations: [] }));

checkTester(rfc, {
  passes: [{ name: 'only AWS wants it otherwise', given: duplicateTaken }],
  fails: [{ given: createdAnsweredOk, message: 'otherwise', where: { path: '/calls/0/status' } }],
  notApplicable: [silent],
});

checkTester(identityCenter, {
  passes: [{ name: 'only the RFC wants it otherwise', given: createdAnsweredOk }],
  fails: [{ given: duplicateTaken, message: 'otherwise', where: { path: '/calls/2/status' } }],
  notApplicable: [silent],
});

checkTester(ownError, {
  passes: [{ name: 'the service says that it cannot do this', given: answered(409, { status: 501 }) }],
  fails: [{ given: failed, message: 'failed', where: { path: '/calls/1/status' } }],
  notApplicable: [silent],
});

checkTester(errorBody, {
  passes: [
    { name: 'something in front of it refused', given: answered(200, { status: 429, answer: 'Wait' }) },
  ],
  fails: [
    { given: errorAsPage, message: 'unreadable', where: { path: '/calls/2/answer' } },
    { given: errorStatusAsNumber, message: 'status', where: { path: '/calls/2/answer' } },
    {
      name: 'the status in the body is another',
      given: answered(409, { status: 400 }),
      message: 'status',
    },
  ],
  notApplicable: [
    { name: 'nothing is refused', given: answered(409, { status: 201 }) },
    { name: 'the token is wrong', given: answered(409, { token: 'wrong' }) },
    { name: 'it is none of its addresses', given: answered(409, { target: '/other/scim/v2/Users' }) },
  ],
});

checkTester(mediaType, {
  passes: [
    {
      name: 'the character set is named, too',
      given: answered(200, {
        headers: [{ name: 'content-type', value: 'application/scim+json; charset=utf-8' }],
      }),
    },
  ],
  fails: [
    { given: answerAsText, message: 'other', where: { path: '/calls/1/headers' } },
    { name: 'nothing is named', given: answered(200, { headers: [] }), message: 'other' },
  ],
  notApplicable: [silent],
});

checkTester(tokenKept, {
  passes: [{ name: 'it says what is wrong', given: answered(409, { answer: '{"detail":"Wrong token"}' }) }],
  fails: [{ given: tokenRepeated, message: 'repeated', where: { path: '/calls/2/answer' } }],
  notApplicable: [silent],
});

checkTester(cleared, {
  passes: [{ name: 'nothing was made', given: silent }],
  fails: [{ given: personLeft, message: 'left', where: { path: '/left/0' } }],
});
