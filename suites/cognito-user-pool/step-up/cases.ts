import type { StepUpCase } from './case.ts';
import { sample } from './function-sets.ts';
import type { Journey } from './journey.ts';
import type { StepUpRollout } from './parties.ts';

type Sketch = Pick<StepUpCase, 'id' | 'title' | 'expected' | 'journey'> &
  Partial<Pick<StepUpCase, 'functions'>> & {
    /** Check that must fail → why. */
    readonly failures?: Readonly<Record<string, string>>;
  };

const minute = 60_000;
const weak = (name: string) => sample(name, 'weak');

/** The person answers on the phone, and the application says so. */
const stepUp = async (journey: Journey, decision: Parameters<Journey['lookIntoPhone']>[0] = {}) => {
  await journey.proofed();
  await journey.begin();
  await journey.lookIntoPhone(decision);
  await journey.answer();
};

/** The service misbehaves from a moment on; three answers later the sign-in is over. */
const while_ = (mode: string, from: 'start' | 'answer') => async (journey: Journey) => {
  await journey.proofed();
  if (from === 'start') await journey.mode(mode);
  await journey.begin();
  if (from === 'start') return;
  await journey.lookIntoPhone();
  await journey.mode(mode, { on: ['read-result'] });
  await journey.answer();
};

const steppingUp: readonly Sketch[] = [
  {
    id: 'step-up',
    title: 'A high-value request is let through after a LiveID',
    expected: 'tokens',
    journey: async (journey) => {
      await journey.proofed();
      await journey.signInByPassword();
      await journey.reach('none');
      await journey.reach('password');
      await journey.begin();
      await journey.lookIntoPhone();
      await journey.answer();
      await journey.reach('step-up');
      await journey.refresh();
      await journey.reach('refreshed');
      await journey.signOut();
    },
  },
  {
    id: 'step-up-no-match',
    title: 'The face is not that of the user',
    expected: 'refused',
    journey: async (journey) => {
      await stepUp(journey, { match: false });
      for (let more = 0; more < 2; more += 1) {
        await journey.lookIntoPhone({ match: false });
        await journey.answer();
      }
    },
  },
  {
    id: 'step-up-no-liveness',
    title: 'The face matches, but is a picture',
    expected: 'challenge',
    journey: (journey) => stepUp(journey, { liveness: false }),
  },
  {
    id: 'step-up-pending',
    title: 'The application answers before the phone does, then again after it',
    expected: 'tokens',
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      await journey.answer();
      await journey.lookIntoPhone();
      await journey.answer();
    },
  },
  {
    id: 'step-up-expired',
    title: 'Nobody answers within 300 s',
    expected: 'challenge',
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      await journey.pass(5 * minute);
      await journey.answer();
    },
  },
  {
    id: 'step-up-session-expired',
    title: 'The sign-in itself is over after three minutes',
    expected: 'refused',
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      await journey.lookIntoPhone();
      await journey.passAtPool(3 * minute);
      await journey.answer();
    },
  },
  {
    id: 'step-up-somebody-else',
    title: 'Somebody else looks into the phone',
    expected: 'challenge',
    journey: (journey) => stepUp(journey, { by: 'bid_mallory' }),
  },
  {
    id: 'step-up-other-challenge',
    title: 'A challenge of another user, passed by them, is given as the answer',
    expected: 'challenge',
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      await journey.answer(await journey.approveElsewhere());
    },
  },
  {
    id: 'step-up-result-twice',
    title: 'The result of one sign-in is shown in another',
    expected: 'challenge',
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      const id = await journey.lookIntoPhone();
      await journey.answer();
      await journey.begin();
      await journey.answer(id);
    },
  },
  {
    id: 'step-up-session-twice',
    title: 'An answer is sent twice',
    expected: 'refused',
    journey: async (journey) => {
      await stepUp(journey);
      // The application has forgotten nothing of the challenge.
      await journey.begin();
      const session = journey.last().challenge?.session;
      await journey.lookIntoPhone();
      await journey.answer('ready', session);
      await journey.answer('ready', session);
    },
  },
  {
    id: 'step-up-not-linked',
    title: 'The user has no subject at 1Kosmos',
    expected: 'refused',
    journey: async (journey) => {
      await journey.proofed({ linked: false });
      await journey.begin();
    },
  },
  {
    id: 'step-up-unknown-user',
    title: 'Somebody who is not in the pool is asked like everybody else',
    expected: 'refused',
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      await journey.begin('nobody');
      for (let more = 0; more < 3; more += 1) await journey.answer('ready');
    },
  },
  {
    id: 'step-up-probed',
    title: 'Each function is asked what a sign-in cannot bring about',
    expected: 'refused',
    journey: async (journey) => {
      const past = (challengeName: string, challengeResult: boolean) => ({
        challengeName,
        challengeResult,
        challengeMetadata: null,
      });
      const define = (session: readonly object[], more: object = {}) =>
        journey.probe('DefineAuthChallenge_Authentication', { session, ...more });
      await journey.proofed();
      await define([past('SRP_A', true)]);
      await define([past('SRP_A', true), past('PASSWORD_VERIFIER', true)]);
      await define([past('CUSTOM_CHALLENGE', true)], { userNotFound: true });
      await define([1, 2, 3, 4, 5].map(() => past('CUSTOM_CHALLENGE', false)));
      await journey.probe('CreateAuthChallenge_Authentication', {
        challengeName: 'CUSTOM_CHALLENGE',
        session: [],
        userAttributes: { sub: 'a-sub' },
      });
      for (const source of ['PreSignUp_ExternalProvider', 'PreSignUp_AdminCreateUser'])
        await journey.probe(
          source,
          { validationData: null },
          { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
        );
    },
  },
  ...(['down', 'slow', 'unauthorized', 'throttled', 'malformed', 'incomplete'] as const).flatMap((mode) => [
    {
      id: `step-up-api-${mode}`,
      title: `1Kosmos is ${mode} when the challenge is to start`,
      expected: 'refused' as const,
      journey: while_(mode, 'start'),
    },
    {
      id: `step-up-result-${mode}`,
      title: `1Kosmos is ${mode} when the result is asked for`,
      // The function says no; the next challenge cannot be made either, unless the service answers at all.
      expected: mode === 'incomplete' ? ('challenge' as const) : ('refused' as const),
      journey: while_(mode, 'answer'),
    },
  ]),
];

const signingUp: readonly Sketch[] = [
  {
    id: 'proofing',
    title: 'Somebody signs up, and is proofed',
    expected: 'signed-up',
    journey: async (journey) => {
      await journey.signUp();
      await journey.confirm();
      await journey.forge('forged');
      await journey.forge('other-session');
      await journey.repeat(await journey.finishProofing('verified'));
    },
  },
  {
    id: 'proofing-then-step-up',
    title: 'Somebody who was proofed just now steps up',
    expected: 'tokens',
    journey: async (journey) => {
      await journey.signUp();
      await journey.confirm();
      await journey.finishProofing('verified');
      await journey.begin();
      await journey.lookIntoPhone();
      await journey.answer();
      await journey.reach('step-up');
    },
  },
  {
    id: 'proofing-failed',
    title: 'The documents are not accepted',
    expected: 'refused',
    journey: async (journey) => {
      await journey.signUp();
      await journey.confirm();
      await journey.finishProofing('failed');
      await journey.begin();
    },
  },
  {
    id: 'proofing-unfinished',
    title: 'The proofing is never finished',
    expected: 'refused',
    journey: async (journey) => {
      await journey.signUp();
      await journey.confirm();
      await journey.signInByPassword();
      await journey.reach('password');
      await journey.begin();
    },
  },
  {
    id: 'proofing-claimed',
    title: 'Somebody claims to be proofed already',
    expected: 'signed-up',
    journey: async (journey) => {
      await journey.claimAtSignUp();
      await journey.signUp();
      await journey.confirm();
      await journey.signInByPassword();
      await journey.claimLater();
    },
  },
  {
    id: 'proofing-api-down',
    title: '1Kosmos is down while somebody signs up',
    expected: 'refused',
    journey: async (journey) => {
      await journey.mode('down');
      await journey.signUp();
      await journey.confirm();
    },
  },
];

const weakly: readonly Sketch[] = [
  {
    id: 'step-up-endless',
    title: 'A function that never ends the sign-in',
    expected: 'challenge',
    functions: { 'define-auth-challenge': weak('define-without-end') },
    failures: { 'step-up/attempts-limited': 'Define never sets failAuthentication.' },
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      for (let more = 0; more < 5; more += 1) {
        await journey.lookIntoPhone({ match: false });
        await journey.answer();
      }
    },
  },
  {
    id: 'step-up-leaking',
    title: 'A function that shows what is private',
    expected: 'tokens',
    functions: { 'create-auth-challenge': weak('create-open') },
    failures: { 'step-up/private-parameters': 'The challenge id is public and private.' },
    journey: stepUp,
  },
  {
    id: 'step-up-trusting',
    title: 'A function that asks for whichever challenge the application names',
    expected: 'challenge',
    functions: { 'verify-auth-challenge': weak('verify-trusting') },
    failures: {
      'step-up/outcome': 'Somebody else approved.',
      'step-up/tokens-verified': 'Somebody else approved.',
      'step-up/verify-challenge': 'Verify takes the challenge from the answer.',
      'step-up/verify-user': 'Verify does not look whose result it is.',
    },
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      await journey.answer(await journey.approveElsewhere());
    },
  },
  {
    id: 'step-up-told',
    title: 'A function that believes the application',
    expected: 'challenge',
    functions: { 'verify-auth-challenge': weak('verify-told') },
    failures: {
      'step-up/outcome': 'Nobody approved.',
      'step-up/tokens-verified': 'Nobody approved.',
      'step-up/verify-asks': 'Verify asks for no result.',
    },
    journey: async (journey) => {
      await journey.proofed();
      await journey.begin();
      await journey.answer();
    },
  },
  {
    id: 'proofing-callback-unsigned',
    title: 'A function that takes every callback for the truth',
    expected: 'signed-up',
    functions: { 'idv-callback': weak('callback-unsigned') },
    failures: {
      'step-up/callback-authentic': 'The function verifies no signature.',
      'step-up/proofing-unproved': 'The forged callback named a subject and a level.',
    },
    journey: async (journey) => {
      await journey.signUp();
      await journey.confirm();
      await journey.forge('forged');
    },
  },
];

/** Every journey of sign-up proofing and step-up. */
export const stepUpCases: readonly StepUpCase[] = [...steppingUp, ...signingUp, ...weakly].map(
  ({ failures = {}, functions = {}, ...sketch }) => ({
    ...sketch,
    flow: sketch.id.startsWith('proofing') ? 'sign-up-proofing' : 'step-up',
    tests: 'sp',
    functions,
    expectedFailures: Object.entries(failures).map(([check, reason]) => ({ check, reason })),
  }),
);

/** With functions of one's own, those that are weak on purpose have no place. */
export function casesFor({ set }: StepUpRollout): readonly StepUpCase[] {
  return set.isOwn ? stepUpCases.filter(({ functions }) => Object.keys(functions).length === 0) : stepUpCases;
}
