import type { StepUpRecord } from '../../model/step-up-records.ts';
import { changeResponse, changeTrigger, objectOf } from '../../mutations/step-up/_change.ts';
import addressInError from '../../mutations/step-up/address-in-error.ts';
import answerAsText from '../../mutations/step-up/answer-as-text.ts';
import answerLate from '../../mutations/step-up/answer-late.ts';
import attemptsUnlimited from '../../mutations/step-up/attempts-unlimited.ts';
import defineBoth from '../../mutations/step-up/define-both.ts';
import defineSilent from '../../mutations/step-up/define-silent.ts';
import eventOfOtherVersion from '../../mutations/step-up/event-of-other-version.ts';
import functionNotStarted from '../../mutations/step-up/function-not-started.ts';
import issueTokenMisspelt from '../../mutations/step-up/issue-token-misspelt.ts';
import keyErrorShown from '../../mutations/step-up/key-error-shown.ts';
import keyInLog from '../../mutations/step-up/key-in-log.ts';
import nameNotDefined from '../../mutations/step-up/name-not-defined.ts';
import noAnswerInTime from '../../mutations/step-up/no-answer-in-time.ts';
import nothingReturned from '../../mutations/step-up/nothing-returned.ts';
import numberInParameters from '../../mutations/step-up/number-in-parameters.ts';
import onlyResponseReturned from '../../mutations/step-up/only-response-returned.ts';
import passwordInstead from '../../mutations/step-up/password-instead.ts';
import tokensAfterSrp from '../../mutations/step-up/tokens-after-srp.ts';
import tokensAfterWrongAnswer from '../../mutations/step-up/tokens-after-wrong-answer.ts';
import tokensAtOnce from '../../mutations/step-up/tokens-at-once.ts';
import tokensForNobody from '../../mutations/step-up/tokens-for-nobody.ts';
import { changed, checkTester } from '../check-tester.ts';
import attemptsLimited from './attempts-limited.ts';
import challengeIssued from './challenge-issued.ts';
import defineChallengeName from './define-challenge-name.ts';
import defineDecides from './define-decides.ts';
import defineUserNotFound from './define-user-not-found.ts';
import defineVerified from './define-verified.ts';
import errorText from './error-text.ts';
import eventReturned from './event-returned.ts';
import eventShape from './event-shape.ts';
import functionRuns from './function-runs.ts';
import responseFields from './response-fields.ts';
import responseTypes from './response-types.ts';
import secretsHidden from './secrets-hidden.ts';
import timeLimit from './time-limit.ts';

const record = (apply: (record: StepUpRecord) => StepUpRecord) => changed({ on: 'step-up', apply });
const silent = record((one) => ({ ...one, triggers: [] }));
const define = { source: 'Define', by: 'probe', saying: '"challengeResult":false' } as const;
const first = { source: 'PreSignUp' } as const;
const thrown = (errorType: string, errorMessage: string) =>
  record((one) => changeTrigger(one, first, () => ({ error: { kind: 'thrown', errorType, errorMessage } })));

checkTester(eventShape, {
  passes: [
    {
      name: 'an event has more than is documented',
      given: record((one) =>
        changeTrigger(one, first, ({ event }) => ({
          event: { ...event, request: { ...event.request, validationData: null } },
        })),
      ),
    },
  ],
  fails: [
    { given: eventOfOtherVersion, message: 'wrong', where: { path: '/triggers/0/event' } },
    {
      name: 'Define is told of no past challenges',
      given: record((one) =>
        changeTrigger(one, { source: 'Define' }, ({ event: { request, ...event } }) => ({
          event: { ...event, request: { userAttributes: request.userAttributes } },
        })),
      ),
      message: 'wrong',
    },
  ],
  notApplicable: [silent],
});

checkTester(eventReturned, {
  passes: [
    {
      name: 'a function threw, and gave nothing back',
      given: record((one) =>
        changeTrigger(one, { source: 'TokenGeneration' }, () => ({ answer: undefined })),
      ),
    },
  ],
  fails: [
    { given: onlyResponseReturned, message: 'other' },
    { given: nothingReturned, message: 'other' },
    {
      name: 'the request is not what it was',
      given: record((one) =>
        changeTrigger(one, { source: 'PostConfirmation' }, ({ answer }) => ({
          answer: { ...objectOf(answer), request: {} },
        })),
      ),
      message: 'other',
    },
  ],
  notApplicable: [silent],
});

checkTester(responseFields, {
  passes: [
    {
      name: 'the trigger is one whose fields are not judged',
      given: record((one) => changeResponse(one, { source: 'TokenGeneration' }, { more: true })),
    },
  ],
  fails: [{ given: issueTokenMisspelt, message: 'unknown' }],
  notApplicable: [silent],
});

checkTester(responseTypes, {
  passes: [
    {
      name: 'a field is null, as the event has it',
      given: record((one) =>
        changeResponse(one, { source: 'Create', answering: 'chl_1' }, { challengeMetadata: null }),
      ),
    },
  ],
  fails: [
    { given: answerAsText, message: 'type' },
    { given: numberInParameters, message: 'type' },
  ],
  notApplicable: [silent],
});

checkTester(timeLimit, {
  passes: [
    {
      name: 'a function takes exactly as long as the pool waits',
      given: record((one) => changeTrigger(one, first, ({ limitMs }) => ({ durationMs: limitMs }))),
    },
  ],
  fails: [
    { given: noAnswerInTime, message: 'late' },
    { given: answerLate, message: 'slow' },
    {
      name: 'Lambda itself ended the function',
      given: thrown('Sandbox.Timedout', 'Task timed out after 3.00 seconds'),
      message: 'slow',
    },
  ],
  notApplicable: [silent],
});

checkTester(functionRuns, {
  passes: [{ name: 'a function throws for people', given: thrown('Error', 'Please try again later') }],
  fails: [
    { given: functionNotStarted, message: 'broken' },
    { given: nameNotDefined, message: 'broken' },
    {
      name: 'what it imports is not there',
      given: thrown('ModuleNotFoundError', "No module named 'requests'"),
      message: 'broken',
    },
  ],
  notApplicable: [silent],
});

checkTester(errorText, {
  passes: [
    { name: 'it is a sentence for people', given: thrown('Error', 'This address cannot sign up') },
    {
      name: 'Lambda ended the function',
      given: thrown('Sandbox.Timedout', 'Task timed out after 3.00 seconds'),
    },
  ],
  fails: [
    { given: keyErrorShown, message: 'inside' },
    { given: addressInError, message: 'inside' },
    {
      name: 'the answer of the service is no JSON',
      given: thrown('JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)'),
      message: 'inside',
    },
    {
      name: 'an error of JavaScript comes through',
      given: thrown('TypeError', "Cannot read properties of undefined (reading 'challenge_id')"),
      message: 'inside',
    },
  ],
  notApplicable: [silent],
});

checkTester(secretsHidden, {
  passes: [
    {
      name: 'a function prints something else',
      given: record((one) => changeTrigger(one, first, () => ({ log: 'asked 1Kosmos' }))),
    },
  ],
  fails: [
    { given: keyInLog, message: 'shown' },
    {
      name: 'the key is among the parameters',
      given: record((one) =>
        changeResponse(
          one,
          { source: 'Create', answering: 'chl_1' },
          { publicChallengeParameters: { authorization: 'Bearer (the API key)' } },
        ),
      ),
      message: 'shown',
    },
  ],
  notApplicable: [silent],
});

checkTester(defineDecides, {
  passes: [
    {
      name: 'fields that are false are left out',
      given: record((one) =>
        changeResponse(one, { source: 'Define' }, { issueTokens: undefined, failAuthentication: null }),
      ),
    },
  ],
  fails: [
    { given: defineSilent, message: 'none' },
    { given: defineBoth, message: 'both' },
  ],
  notApplicable: [silent],
});

checkTester(defineVerified, {
  passes: [
    {
      name: 'it is right after several wrong ones',
      given: record((one) =>
        changeTrigger(one, { source: 'Define', answering: '"issueTokens":true' }, ({ event }) => ({
          event: {
            ...event,
            request: {
              ...event.request,
              session: [false, false, true].map((challengeResult) => ({
                challengeName: 'CUSTOM_CHALLENGE',
                challengeResult,
              })),
            },
          },
        })),
      ),
    },
  ],
  fails: [
    { given: tokensAfterWrongAnswer, message: 'unverified' },
    { given: tokensAtOnce, message: 'unverified' },
  ],
  notApplicable: [silent],
});

checkTester(defineChallengeName, {
  passes: [
    {
      name: 'SRP is answered with the next challenge',
      given: record((one) =>
        changeResponse(
          one,
          { source: 'Define', by: 'probe', saying: 'SRP_A' },
          { challengeName: 'PASSWORD_VERIFIER', failAuthentication: false },
        ),
      ),
    },
  ],
  fails: [{ given: tokensAfterSrp, message: 'other' }],
  notApplicable: [silent],
});

checkTester(attemptsLimited, {
  passes: [
    {
      name: 'four are allowed, and the fifth ends it',
      given: record((one) =>
        changeTrigger(one, define, ({ event, answer }) => {
          const session = [1, 2, 3, 4].map(() => ({
            challengeName: 'CUSTOM_CHALLENGE',
            challengeResult: false,
          }));
          const request = { ...event.request, session };
          return {
            event: { ...event, request },
            answer: {
              ...objectOf(answer),
              request,
              response: { challengeName: 'CUSTOM_CHALLENGE', failAuthentication: false },
            },
          };
        }),
      ),
    },
  ],
  fails: [
    { given: attemptsUnlimited, message: 'endless' },
    {
      name: 'fewer are allowed than the function allows',
      given: attemptsUnlimited,
      options: { mostAnswers: 4 },
      message: 'endless',
    },
  ],
  notApplicable: [silent],
});

checkTester(defineUserNotFound, {
  passes: [
    {
      name: 'another challenge is asked for instead',
      given: record((one) =>
        changeResponse(
          one,
          { source: 'Define', by: 'probe', saying: '"userNotFound":true' },
          { challengeName: 'CUSTOM_CHALLENGE', failAuthentication: false },
        ),
      ),
    },
  ],
  fails: [{ given: tokensForNobody, message: 'tokens' }],
  notApplicable: [silent],
});

checkTester(challengeIssued, {
  passes: [
    {
      name: 'somebody without a subject is refused',
      given: record((one) =>
        changeTrigger(one, { source: 'Define', saying: '"userNotFound":false' }, ({ event, answer }) => {
          const request = { ...event.request, userAttributes: {} };
          return {
            event: { ...event, request },
            answer: { ...objectOf(answer), request, response: { failAuthentication: true } },
          };
        }),
      ),
    },
  ],
  fails: [
    { given: passwordInstead, message: 'other' },
    { given: tokensAtOnce, message: 'other' },
  ],
  notApplicable: [silent],
});
