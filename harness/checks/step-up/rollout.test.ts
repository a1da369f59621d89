import type { StepUpRecord } from '../../model/step-up-records.ts';
import {
  changeApi,
  changeAttributes,
  changeBody,
  changeCallback,
  changePoolCall,
  withoutSessionId,
} from '../../mutations/step-up/_change.ts';
import { sessionBody } from '../../mutations/step-up/_genuine.ts';
import approvalByNobody from '../../mutations/step-up/approval-by-nobody.ts';
import approvalBySomebodyElse from '../../mutations/step-up/approval-by-somebody-else.ts';
import approvalSpent from '../../mutations/step-up/approval-spent.ts';
import assuranceTooLow from '../../mutations/step-up/assurance-too-low.ts';
import callbackOfOtherSessionTaken from '../../mutations/step-up/callback-of-other-session-taken.ts';
import callbackRefused from '../../mutations/step-up/callback-refused.ts';
import callbackWithoutTls from '../../mutations/step-up/callback-without-tls.ts';
import claimByPassword from '../../mutations/step-up/claim-by-password.ts';
import claimByRefresh from '../../mutations/step-up/claim-by-refresh.ts';
import confirmedAtOnce from '../../mutations/step-up/confirmed-at-once.ts';
import forgedCallbackTaken from '../../mutations/step-up/forged-callback-taken.ts';
import levelClaimed from '../../mutations/step-up/level-claimed.ts';
import levelNotWritten from '../../mutations/step-up/level-not-written.ts';
import linkedWithoutProof from '../../mutations/step-up/linked-without-proof.ts';
import livenessPassive from '../../mutations/step-up/liveness-passive.ts';
import noProofing from '../../mutations/step-up/no-proofing.ts';
import noStepUpClaim from '../../mutations/step-up/no-step-up-claim.ts';
import passportNotAskedFor from '../../mutations/step-up/passport-not-asked-for.ts';
import proofingOfFederated from '../../mutations/step-up/proofing-of-federated.ts';
import refusedInTheEnd from '../../mutations/step-up/refused-in-the-end.ts';
import repeatedCallbackTaken from '../../mutations/step-up/repeated-callback-taken.ts';
import resourceClosed from '../../mutations/step-up/resource-closed.ts';
import resourceOpen from '../../mutations/step-up/resource-open.ts';
import sessionAcceptedAgain from '../../mutations/step-up/session-accepted-again.ts';
import sessionIdLost from '../../mutations/step-up/session-id-lost.ts';
import sessionNamesNobody from '../../mutations/step-up/session-names-nobody.ts';
import sessionNotRenewed from '../../mutations/step-up/session-not-renewed.ts';
import subjectOfSomebodyElse from '../../mutations/step-up/subject-of-somebody-else.ts';
import tokenAfterSignOut from '../../mutations/step-up/token-after-sign-out.ts';
import twoProofings from '../../mutations/step-up/two-proofings.ts';
import unknownUserTold from '../../mutations/step-up/unknown-user-told.ts';
import { changed, changedAll, checkTester } from '../check-tester.ts';
import assuranceClaim from './assurance-claim.ts';
import autoConfirm from './auto-confirm.ts';
import callbackAccepted from './callback-accepted.ts';
import callbackAuthentic from './callback-authentic.ts';
import callbackMatched from './callback-matched.ts';
import callbackOnce from './callback-once.ts';
import claimEarned from './claim-earned.ts';
import outcome from './outcome.ts';
import proofingCallbackUrl from './proofing-callback-url.ts';
import proofingDocuments from './proofing-documents.ts';
import proofingFederated from './proofing-federated.ts';
import proofingLiveness from './proofing-liveness.ts';
import proofingOpened from './proofing-opened.ts';
import proofingResult from './proofing-result.ts';
import proofingSelfAsserted from './proofing-self-asserted.ts';
import proofingSessionKept from './proofing-session-kept.ts';
import proofingUnproved from './proofing-unproved.ts';
import proofingUser from './proofing-user.ts';
import resourceGuarded from './resource-guarded.ts';
import resourceReached from './resource-reached.ts';
import sessionOnce from './session-once.ts';
import sessionRenewed from './session-renewed.ts';
import signOut from './sign-out.ts';
import tokensVerified from './tokens-verified.ts';
import userExistence from './user-existence.ts';

const record = (apply: (record: StepUpRecord) => StepUpRecord) => changed({ on: 'step-up', apply });
const silent = record((one) => ({
  ...one,
  triggers: [],
  proofingCalls: [],
  poolCalls: [],
  callbacks: [],
  resource: [],
}));
const callbacks = (how: StepUpRecord['callbacks'][number]['how'], status: number) =>
  record((one) => changeCallback(one, how, { status }));
const more = record((one) => changeBody(one, 'open-session', { locale: 'en' }));

checkTester(tokensVerified, {
  passes: [
    {
      name: 'another challenge was never answered',
      given: record((one) => ({
        ...one,
        challenges: [
          ...one.challenges,
          { id: 'chl_9', userId: 'bid_bob', startedAt: '', expiresAt: '', status: 'expired' },
        ],
      })),
    },
  ],
  fails: [
    { given: approvalByNobody, message: 'unproved' },
    { given: approvalBySomebodyElse, message: 'unproved' },
    { given: approvalSpent, message: 'spent' },
    {
      name: 'the liveness was not verified',
      given: record((one) => ({
        ...one,
        challenges: one.challenges.map(({ decision, ...challenge }) => ({
          ...challenge,
          ...(decision === undefined ? {} : { decision: { ...decision, liveness: false } }),
        })),
      })),
      message: 'unproved',
    },
  ],
  notApplicable: [silent],
});
checkTester(sessionOnce, {
  passes: [
    {
      name: 'a refused answer is sent again, and refused again',
      given: record((one) => ({
        ...one,
        poolCalls: [...one.poolCalls, ...one.poolCalls.filter(({ result }) => result.kind === 'refused')],
      })),
    },
  ],
  fails: [{ given: sessionAcceptedAgain, message: 'again' }],
  notApplicable: [silent],
});
checkTester(sessionRenewed, {
  passes: [
    {
      name: 'there is one challenge only',
      given: record((one) => ({
        ...one,
        poolCalls: one.poolCalls.filter(({ session }) => session === undefined),
      })),
    },
  ],
  fails: [{ given: sessionNotRenewed, message: 'same' }],
  notApplicable: [silent],
});
checkTester(userExistence, {
  passes: [
    {
      name: 'both are refused in the same words',
      given: record((one) =>
        changePoolCall(
          one,
          ({ userName }) => userName === 'nobody',
          () => {
            const busy = one.poolCalls.find(
              ({ operation, result }) => operation === 'InitiateAuth' && result.kind === 'refused',
            );
            return busy === undefined ? {} : { result: busy.result };
          },
        ),
      ),
    },
  ],
  fails: [
    { given: unknownUserTold, message: 'told' },
    {
      name: 'the challenge has other parameters',
      given: record((one) =>
        changePoolCall(
          one,
          ({ userName }) => userName === 'nobody',
          ({ result }) => ({
            result: result.kind === 'challenge' ? { ...result, parameters: { USERNAME: 'nobody' } } : result,
          }),
        ),
      ),
      message: 'told',
    },
  ],
  notApplicable: [silent],
});
checkTester(assuranceClaim, {
  passes: [
    {
      name: 'the level is a number, and higher',
      given: record((one) =>
        changePoolCall(
          one,
          ({ session }) => session === 's2',
          ({ result }) => ({
            result:
              result.kind === 'tokens' ? { ...result, id: { ...result.id, assurance_level: 3 } } : result,
          }),
        ),
      ),
    },
  ],
  fails: [
    { given: noStepUpClaim, message: 'missing' },
    { given: assuranceTooLow, message: 'low' },
  ],
  notApplicable: [silent],
});
checkTester(claimEarned, {
  passes: [{ given: noStepUpClaim }],
  fails: [
    { given: claimByPassword, message: 'unearned' },
    { given: claimByRefresh, message: 'unearned' },
  ],
  notApplicable: [silent],
});
checkTester(resourceGuarded, {
  passes: [{ name: 'it refuses a step-up too', given: resourceClosed }],
  fails: [
    { given: resourceOpen, message: 'open' },
    {
      name: 'it breaks without a token',
      given: record((one) => ({
        ...one,
        resource: one.resource.map((call) => (call.token === 'none' ? { ...call, status: 500 } : call)),
      })),
      message: 'open',
    },
  ],
  notApplicable: [silent],
});
checkTester(resourceReached, {
  passes: [{ name: 'it takes others too', given: resourceOpen }],
  fails: [{ given: resourceClosed, message: 'refused' }],
  notApplicable: [silent],
});
checkTester(signOut, {
  passes: [
    {
      name: 'a token is read before it',
      given: record((one) => ({
        ...one,
        poolCalls: [
          { at: '', operation: 'GetUser', status: 200, result: { kind: 'done' } },
          ...one.poolCalls,
        ],
      })),
    },
  ],
  fails: [{ given: tokenAfterSignOut, message: 'alive' }],
  notApplicable: [silent],
});
checkTester(outcome, {
  passes: [
    {
      name: 'both are a refusal',
      given: record((one) => ({ ...one, outcome: 'refused', wanted: { ...one.wanted, outcome: 'refused' } })),
    },
  ],
  fails: [
    { given: refusedInTheEnd, message: 'other' },
    {
      name: 'who must be refused gets tokens',
      given: record((one) => ({ ...one, wanted: { ...one.wanted, outcome: 'refused' } })),
      message: 'other',
    },
  ],
});
checkTester(proofingOpened, {
  passes: [
    {
      name: 'one more was refused',
      given: record((one) =>
        changeApi(
          one,
          ({ operation }) => operation === 'open-session',
          (call) => [{ ...call, status: 503, answer: '' }, call],
        ),
      ),
    },
  ],
  fails: [
    { given: noProofing, message: 'none' },
    { given: twoProofings, message: 'several' },
  ],
  notApplicable: [silent],
});
checkTester(proofingDocuments, {
  passes: [
    {
      name: 'they are in another order',
      given: record((one) =>
        changeBody(one, 'open-session', { document_types: [...sessionBody.document_types].reverse() }),
      ),
    },
  ],
  fails: [
    { given: passportNotAskedFor, message: 'other' },
    {
      name: 'none is named',
      given: record((one) => changeBody(one, 'open-session', { document_types: undefined })),
      message: 'other',
    },
  ],
  notApplicable: [silent],
});
checkTester(proofingLiveness, {
  passes: [{ name: 'more is sent beside it', given: more }],
  fails: [{ given: livenessPassive, message: 'other' }],
  notApplicable: [silent],
});
checkTester(proofingCallbackUrl, {
  passes: [{ name: 'more is sent beside it', given: more }],
  fails: [{ given: callbackWithoutTls, message: 'other' }],
  notApplicable: [silent],
});
checkTester(proofingUser, {
  passes: [
    {
      name: 'there is more metadata',
      given: record((one) =>
        changeBody(one, 'open-session', { metadata: { ...sessionBody.metadata, source: 'web' } }),
      ),
    },
  ],
  fails: [
    { given: sessionNamesNobody, message: 'other' },
    {
      name: 'it names another pool',
      given: record((one) =>
        changeBody(one, 'open-session', {
          metadata: { ...sessionBody.metadata, cognito_user_pool: 'us-east-1_Other' },
        }),
      ),
      message: 'other',
    },
  ],
  notApplicable: [silent],
});
checkTester(proofingSessionKept, {
  passes: [
    {
      name: 'it is kept elsewhere, and the callback of another session is told from it',
      given: changedAll(record((one) => ({ ...withoutSessionId(one), callbacks: one.callbacks }))),
    },
  ],
  fails: [{ given: sessionIdLost, message: 'lost' }],
  notApplicable: [silent],
});
checkTester(callbackAuthentic, {
  passes: [{ name: 'it is refused with 403', given: callbacks('forged', 403) }],
  fails: [
    { given: forgedCallbackTaken, message: 'taken' },
    {
      name: 'it is answered as if it were right, though nothing comes of it',
      given: callbacks('forged', 204),
      message: 'taken',
    },
    { name: 'the function breaks on it', given: callbacks('forged', 500), message: 'taken' },
  ],
  notApplicable: [silent],
});
checkTester(callbackOnce, {
  passes: [
    { name: 'it is answered as if it were new, and nothing comes of it', given: callbacks('repeated', 204) },
  ],
  fails: [{ given: repeatedCallbackTaken, message: 'again' }],
  notApplicable: [silent],
});
checkTester(callbackMatched, {
  passes: [
    { name: 'it is answered politely, and nothing comes of it', given: callbacks('other-session', 204) },
  ],
  fails: [{ given: callbackOfOtherSessionTaken, message: 'other' }],
  notApplicable: [silent],
});
checkTester(callbackAccepted, {
  passes: [{ name: 'it is answered 200', given: callbacks('genuine', 200) }],
  fails: [{ given: callbackRefused, message: 'refused' }],
  notApplicable: [silent],
});
checkTester(proofingResult, {
  passes: [
    { name: 'the level is higher', given: record((one) => changeAttributes(one, { 'custom:ial': '3' })) },
  ],
  fails: [
    { given: levelNotWritten, message: 'other' },
    { given: subjectOfSomebodyElse, message: 'other' },
  ],
  notApplicable: [silent, linkedWithoutProof],
});
checkTester(proofingUnproved, {
  passes: [
    {
      name: 'the proofing failed, and nothing was written',
      given: changedAll(
        record((one) => changeCallback(one, 'genuine', { outcome: 'failed' })),
        record((one) => changeAttributes(one, { 'custom:blockid_sub': '', 'custom:ial': '' })),
      ),
    },
  ],
  fails: [{ given: linkedWithoutProof, message: 'unproved' }],
  notApplicable: [silent],
});
checkTester(autoConfirm, {
  passes: [
    {
      name: 'nobody signs up, but comes from elsewhere',
      given: record((one) => ({ ...one, triggers: one.triggers.filter(({ by }) => by === 'probe') })),
    },
  ],
  fails: [{ given: confirmedAtOnce, message: 'confirmed' }],
  notApplicable: [silent],
});
checkTester(proofingSelfAsserted, {
  passes: [
    {
      name: 'a function writes it',
      given: record((one) =>
        changePoolCall(
          one,
          ({ operation }) => operation === 'AdminUpdateUserAttributes',
          () => ({ attributes: { 'custom:ial': '2' } }),
        ),
      ),
    },
  ],
  fails: [
    { given: levelClaimed, message: 'set' },
    {
      name: 'it is changed after signing in',
      given: record((one) => ({
        ...one,
        poolCalls: [
          ...one.poolCalls,
          {
            at: '',
            operation: 'UpdateUserAttributes',
            status: 200,
            attributes: { 'custom:blockid_sub': 'bid_eve' },
            result: { kind: 'done' },
          },
        ],
      })),
      message: 'set',
    },
  ],
  notApplicable: [silent],
});
checkTester(proofingFederated, {
  passes: [{ name: 'nobody is proofed at all', given: noProofing }],
  fails: [{ given: proofingOfFederated, message: 'opened' }],
  notApplicable: [silent],
});
