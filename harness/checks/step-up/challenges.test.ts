import type { StepUpRecord } from '../../model/step-up-records.ts';
import {
  changeAnswer,
  changeApi,
  changeBody,
  changeResponse,
  changeResult,
  changeTrigger,
  verifyYes,
} from '../../mutations/step-up/_change.ts';
import addressElsewhere from '../../mutations/step-up/address-elsewhere.ts';
import busyServicePressed from '../../mutations/step-up/busy-service-pressed.ts';
import challengeIdPublic from '../../mutations/step-up/challenge-id-public.ts';
import challengeStartedAgain from '../../mutations/step-up/challenge-started-again.ts';
import challengeStartedTwice from '../../mutations/step-up/challenge-started-twice.ts';
import errorTaken from '../../mutations/step-up/error-taken.ts';
import expiredTaken from '../../mutations/step-up/expired-taken.ts';
import keyMissing from '../../mutations/step-up/key-missing.ts';
import malformedTaken from '../../mutations/step-up/malformed-taken.ts';
import matchAsText from '../../mutations/step-up/match-as-text.ts';
import noAddress from '../../mutations/step-up/no-address.ts';
import noLivenessTaken from '../../mutations/step-up/no-liveness-taken.ts';
import noMatchTaken from '../../mutations/step-up/no-match-taken.ts';
import otherChallengeAsked from '../../mutations/step-up/other-challenge-asked.ts';
import pendingTaken from '../../mutations/step-up/pending-taken.ts';
import resultNotAsked from '../../mutations/step-up/result-not-asked.ts';
import resultOfOtherUser from '../../mutations/step-up/result-of-other-user.ts';
import resultUsedTwice from '../../mutations/step-up/result-used-twice.ts';
import stepUpForAnHour from '../../mutations/step-up/step-up-for-an-hour.ts';
import stepUpOfNobody from '../../mutations/step-up/step-up-of-nobody.ts';
import stepUpOfOtherUser from '../../mutations/step-up/step-up-of-other-user.ts';
import stepUpOfUnlinked from '../../mutations/step-up/step-up-of-unlinked.ts';
import stepUpWithoutReason from '../../mutations/step-up/step-up-without-reason.ts';
import { changed, changedAll, checkTester } from '../check-tester.ts';
import apiKey from './api-key.ts';
import apiThrottled from './api-throttled.ts';
import challengeOnce from './challenge-once.ts';
import challengeReused from './challenge-reused.ts';
import challengeShown from './challenge-shown.ts';
import createLifetime from './create-lifetime.ts';
import createLinked from './create-linked.ts';
import createReason from './create-reason.ts';
import createUser from './create-user.ts';
import privateParameters from './private-parameters.ts';
import resultOnce from './result-once.ts';
import verifyAsks from './verify-asks.ts';
import verifyChallenge from './verify-challenge.ts';
import verifyExpired from './verify-expired.ts';
import verifyFailure from './verify-failure.ts';
import verifyLiveness from './verify-liveness.ts';
import verifyMatch from './verify-match.ts';
import verifyPending from './verify-pending.ts';
import verifyUser from './verify-user.ts';

const record = (apply: (record: StepUpRecord) => StepUpRecord) => changed({ on: 'step-up', apply });
const silent = record((one) => ({ ...one, triggers: [], proofingCalls: [] }));
const created = { source: 'Create', answering: 'chl_1' } as const;
/** Verify says no to a result that is no proof. */
const no = record((one) => changeResponse(one, verifyYes, { answerCorrect: false }));
const noTo = (answer: Readonly<Record<string, unknown>>) =>
  changedAll(
    record((one) => changeAnswer(one, answer)),
    no,
  );
const longer = record((one) => changeBody(one, 'start-step-up', { timeout_seconds: 60 }));

checkTester(createUser, {
  passes: [
    {
      name: 'more is sent beside it',
      given: record((one) => changeBody(one, 'start-step-up', { locale: 'en' })),
    },
  ],
  fails: [{ given: stepUpOfOtherUser, message: 'other' }],
  notApplicable: [silent],
});
checkTester(createLinked, {
  passes: [{ name: 'a step-up is shorter', given: longer }],
  fails: [
    { given: stepUpOfNobody, message: 'nobody' },
    { given: stepUpOfUnlinked, message: 'nobody' },
  ],
  notApplicable: [silent],
});
checkTester(createReason, {
  passes: [{ name: 'a step-up is shorter', given: longer }],
  fails: [
    { given: stepUpWithoutReason, message: 'other' },
    {
      name: 'it gives another reason',
      given: record((one) => changeBody(one, 'start-step-up', { reason_code: 'login' })),
      message: 'other',
    },
  ],
  notApplicable: [silent],
});
checkTester(createLifetime, {
  passes: [{ name: 'it is shorter', given: longer }],
  fails: [
    { given: stepUpForAnHour, message: 'long' },
    {
      name: 'no time is sent',
      given: record((one) => changeBody(one, 'start-step-up', { timeout_seconds: undefined })),
      message: 'long',
    },
    {
      name: 'the time is a text',
      given: record((one) => changeBody(one, 'start-step-up', { timeout_seconds: '300' })),
      message: 'long',
    },
    { name: 'the profile allows less', given: longer, options: { mostSeconds: 30 }, message: 'long' },
  ],
  notApplicable: [silent],
});
checkTester(privateParameters, {
  passes: [
    {
      name: 'there is nothing private',
      given: record((one) => changeResponse(one, created, { privateChallengeParameters: {} })),
    },
    {
      name: 'a private one is empty',
      given: record((one) => changeResponse(one, created, { privateChallengeParameters: { note: '' } })),
    },
  ],
  fails: [
    { given: challengeIdPublic, message: 'shown' },
    {
      name: 'it is a part of the address',
      given: record((one) =>
        changeResponse(one, created, {
          publicChallengeParameters: { challenge_url: 'https://acme-verify.1kosmos.net/stepup?id=chl_1' },
        }),
      ),
      message: 'shown',
    },
  ],
  notApplicable: [silent],
});
checkTester(challengeShown, {
  passes: [
    {
      name: 'more is shown beside it',
      given: record((one) =>
        changeResponse(one, created, {
          publicChallengeParameters: {
            challenge_url: 'https://acme-verify.1kosmos.net/stepup/of-1',
            hint: 'Look into your phone',
          },
        }),
      ),
    },
  ],
  fails: [
    { given: noAddress, message: 'none' },
    { given: addressElsewhere, message: 'elsewhere' },
  ],
  notApplicable: [silent],
});
checkTester(challengeReused, {
  passes: [
    {
      name: 'the one before has expired',
      given: changedAll(
        challengeStartedAgainRecord(),
        record((one) =>
          changeApi(
            one,
            ({ answer }) => answer?.includes('"pending"') === true,
            (call) => [{ ...call, answer: call.answer?.replace('"pending"', '"expired"') ?? '' }],
          ),
        ),
      ),
    },
  ],
  fails: [{ given: challengeStartedAgain, message: 'another' }],
  notApplicable: [silent],
});
checkTester(challengeOnce, {
  passes: [
    {
      name: 'the first request was refused',
      given: record((one) =>
        changeApi(
          one,
          ({ answer }) => answer?.includes('"challenge_id":"chl_1","challenge_url"') === true,
          (call) => [{ ...call, status: 500 }, call],
        ),
      ),
    },
  ],
  fails: [
    { given: challengeStartedTwice, message: 'several' },
    {
      name: 'nobody waited for the first',
      given: record((one) =>
        changeApi(
          one,
          ({ answer }) => answer?.includes('"challenge_id":"chl_1","challenge_url"') === true,
          ({ status: _, answer, ...call }) => [call, { ...call, status: 201, answer: answer ?? '' }],
        ),
      ),
      message: 'several',
    },
  ],
  notApplicable: [silent],
});
checkTester(verifyAsks, {
  passes: [{ name: 'it asks twice', given: record((one) => changeResult(one, (call) => [call, call])) }],
  fails: [{ given: resultNotAsked, message: 'unasked' }],
  notApplicable: [silent],
});
checkTester(verifyChallenge, {
  passes: [
    {
      name: 'the parameter has another name',
      given: record((one) =>
        changeTrigger(one, verifyYes, ({ event }) => ({
          event: { ...event, request: { ...event.request, privateChallengeParameters: { id: 'chl_1' } } },
        })),
      ),
    },
  ],
  fails: [{ given: otherChallengeAsked, message: 'other' }],
  notApplicable: [silent],
});
checkTester(verifyUser, {
  passes: [
    {
      name: 'the result does not say whose it is',
      given: record((one) => changeAnswer(one, { user_id: undefined })),
    },
    { name: 'it says no to the result of somebody else', given: noTo({ user_id: 'bid_mallory' }) },
  ],
  fails: [
    { given: resultOfOtherUser, message: 'other' },
    {
      name: 'only the service knows whose challenge it is',
      given: changedAll(
        record((one) => changeAnswer(one, { user_id: undefined })),
        record((one) => ({
          ...one,
          challenges: one.challenges.map((challenge) => ({ ...challenge, userId: 'bid_mallory' })),
        })),
      ),
      message: 'other',
    },
  ],
  notApplicable: [silent],
});
checkTester(verifyPending, {
  passes: [{ name: 'it says no', given: noTo({ status: 'pending' }) }],
  fails: [{ given: pendingTaken, message: 'yes' }],
  notApplicable: [silent],
});
checkTester(verifyExpired, {
  passes: [{ name: 'it says no', given: noTo({ status: 'expired' }) }],
  fails: [{ given: expiredTaken, message: 'yes' }],
  notApplicable: [silent],
});
checkTester(verifyMatch, {
  passes: [{ name: 'it says no', given: noTo({ match_result: false }) }],
  fails: [
    { given: noMatchTaken, message: 'yes' },
    { given: matchAsText, message: 'yes' },
  ],
  notApplicable: [silent],
});
checkTester(verifyLiveness, {
  passes: [{ name: 'it says no', given: noTo({ liveness_verified: false }) }],
  fails: [{ given: noLivenessTaken, message: 'yes' }],
  notApplicable: [silent],
});
checkTester(verifyFailure, {
  passes: [
    {
      name: 'it asks again after an error, and gets a result',
      given: record((one) => changeResult(one, (call) => [{ ...call, status: 503, answer: '' }, call])),
    },
  ],
  fails: [
    { given: errorTaken, message: 'yes' },
    { given: malformedTaken, message: 'yes' },
  ],
  notApplicable: [silent],
});
checkTester(resultOnce, {
  passes: [
    {
      name: 'the pool asked again in the same sign-in',
      given: record((one) => {
        const again = one.triggers.filter(({ answer }) =>
          JSON.stringify(answer ?? '').includes('"answerCorrect":true'),
        );
        return { ...one, triggers: [...one.triggers, ...again.map((call) => ({ ...call, attempt: 2 }))] };
      }),
    },
  ],
  fails: [{ given: resultUsedTwice, message: 'again' }],
  notApplicable: [silent],
});
checkTester(apiKey, {
  passes: [
    {
      name: 'the service is down',
      given: record((one) =>
        changeApi(
          one,
          () => true,
          (call) => [{ ...call, status: 503 }],
        ),
      ),
    },
  ],
  fails: [{ given: keyMissing, message: 'wrong' }],
  notApplicable: [silent],
});
checkTester(apiThrottled, {
  passes: [
    {
      name: 'something else is asked for after it',
      given: record((one) =>
        changeApi(
          one,
          ({ status }) => status === 429,
          (call) => [call, { ...call, operation: 'read-result' }],
        ),
      ),
    },
  ],
  fails: [{ given: busyServicePressed, message: 'again' }],
  notApplicable: [silent],
});

function challengeStartedAgainRecord() {
  const { change } = challengeStartedAgain;
  if (change.on !== 'step-up') throw new Error('That mutation is about something else.');
  return record(change.apply);
}
