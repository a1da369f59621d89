import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../harness/checks/index.ts';
import { judge } from '../../../harness/judge/judge.ts';
import { resolveProfile } from '../../../harness/judge/resolve-profile.ts';
import type { Finding } from '../../../harness/model/finding.ts';
import { profiles } from '../../../harness/profiles/index.ts';
import { startEmbedded, startStack } from '../../../harness/stack/start-stack.ts';
import { hasPython } from '../../../mocks/lambda/has-python.test-helper.ts';
import type { StepUpCase } from './case.ts';
import { stepUpCases } from './cases.ts';
import { secrets } from './environment.ts';
import { printedFunctions } from './function-sets.ts';
import type { Journey } from './journey.ts';
import { makeStepUp } from './make-step-up.ts';
import { sampleRollout, stepUpParts } from './parties.ts';
import { proveStepUp } from './prove-step-up.ts';

const patience = 120_000;

/** The others are made by the runner: these show that it judges, and what it keeps. */
const samples = stepUpCases.filter(({ id }) => ['step-up', 'proofing', 'step-up-told'].includes(id));

describe('the cases of sign-up proofing and step-up', () => {
  it.each(samples.map((one) => [one.id, one] as const))(
    '%s ends as it must, and no secret is kept',
    async (_id, one) => {
      const runFolder = await mkdtemp(join(tmpdir(), 'countersign-step-up-'));
      await using stack = await startStack(stepUpParts(), startEmbedded, Date.now());
      try {
        const { verdict, summary, evidence } = await proveStepUp(one, { stack, waivers: [], runFolder });
        expect(verdict, summary).toBe('pass');
        const kept = await Promise.all(
          (await readdir(join(runFolder, evidence.folder), { recursive: true, withFileTypes: true }))
            .filter((entry) => entry.isFile())
            .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
        );
        expect(kept.length).toBeGreaterThan(1);
        // Neither the keys nor anything that looks like a token.
        for (const secret of Object.values(secrets)) expect(kept.join('')).not.toContain(secret);
        expect(kept.join('')).not.toMatch(/eyJ[\w-]{10,}\./);
      } finally {
        await rm(runFolder, { recursive: true });
      }
    },
    patience,
  );

  it('have ids of their own, and a title each', () => {
    expect(new Set(stepUpCases.map(({ id }) => id)).size).toBe(stepUpCases.length);
    expect(stepUpCases.length).toBeGreaterThan(30);
  });
});

const names = { BLOCKID_TENANT: 'acme-verify', BLOCKID_API_KEY: secrets.apiKey };

describe.skipIf(!hasPython)('the functions of the integration guide, as printed', () => {
  it(
    'do not run with the two names supplied that the text speaks of: a third is nowhere defined',
    async () => {
      const failed = await judgePrinted(names, async (journey) => {
        await journey.signUp();
      });
      expect(messagesOf(failed, 'step-up/function-runs')).toEqual([
        "PreSignUp ends with NameError: name 'API_GATEWAY_URL' is not defined",
      ]);
      // And the caller reads it.
      expect(messagesOf(failed, 'step-up/error-text')).toHaveLength(1);
    },
    patience,
  );

  it(
    'open a proofing session and lose its id, for whoever comes from elsewhere too',
    async () => {
      const failed = await judgePrinted(
        { ...names, API_GATEWAY_URL: 'https://api.acme.example' },
        async (journey) => {
          await journey.signUp();
          await journey.confirm();
          await journey.probe('PreSignUp_ExternalProvider', { validationData: null });
        },
      );
      expect(idsOf(failed)).toEqual(['step-up/proofing-federated', 'step-up/proofing-session-kept']);
    },
    patience,
  );

  it(
    'go on for ever, issue tokens after SRP alone, and step up whom they cannot name',
    async () => {
      const failed = await judgePrinted(
        names,
        async (journey) => {
          await journey.proofed();
          await journey.begin();
          for (let more = 0; more < 5; more += 1) {
            await journey.lookIntoPhone({ match: false });
            await journey.answer();
          }
          await journey.probe('DefineAuthChallenge_Authentication', {
            session: [{ challengeName: 'SRP_A', challengeResult: true, challengeMetadata: null }],
          });
          await journey.probe('DefineAuthChallenge_Authentication', {
            session: [{ challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: null }],
            userNotFound: true,
          });
          await journey.begin('nobody');
        },
        'refused',
      );
      expect(idsOf(failed)).toEqual([
        'step-up/attempts-limited',
        'step-up/create-linked',
        'step-up/define-challenge-name',
        'step-up/define-user-not-found',
        // KeyError: the answer is used without a look at its status.
        'step-up/error-text',
        'step-up/private-parameters',
        'step-up/user-existence',
      ]);
      expect(messagesOf(failed, 'step-up/error-text')[0]).toContain("'challenge_id'");
    },
    patience,
  );

  it(
    'start another challenge while one is pending',
    async () => {
      const failed = await judgePrinted(
        names,
        async (journey) => {
          await journey.proofed();
          await journey.begin();
          await journey.answer();
        },
        'challenge',
      );
      expect(idsOf(failed)).toEqual(['step-up/challenge-reused', 'step-up/private-parameters']);
    },
    patience,
  );

  it(
    'wait for a slow service longer than the pool does, and start a challenge each time',
    async () => {
      const failed = await judgePrinted(
        names,
        async (journey) => {
          await journey.proofed();
          await journey.mode('slow', { delayMs: 8000 });
          // Three attempts, each with a process of its own, may take longer than an application waits.
          await journey.begin().catch(() => undefined);
          await journey.untilAnswered();
        },
        'refused',
        3000,
      );
      expect(idsOf(failed)).toEqual(['step-up/challenge-once', 'step-up/time-limit']);
    },
    patience,
  );

  it(
    'say no to a failed match, and yes to a LiveID that was passed',
    async () => {
      const failed = await judgePrinted(
        names,
        async (journey) => {
          await journey.proofed();
          await journey.begin();
          await journey.lookIntoPhone({ liveness: false });
          await journey.answer();
          await journey.lookIntoPhone();
          await journey.answer();
          await journey.reach('step-up');
        },
        'tokens',
      );
      // Nothing adds the claims that access depends on.
      expect(idsOf(failed)).toEqual([
        'step-up/assurance-claim',
        'step-up/private-parameters',
        'step-up/resource-reached',
      ]);
    },
    patience,
  );
});

async function judgePrinted(
  globals: Readonly<Record<string, string>>,
  journey: (journey: Journey) => Promise<void>,
  expected: StepUpCase['expected'] = 'signed-up',
  triggerWaitMs?: number,
): Promise<readonly Finding[]> {
  await using stack = await startStack(
    stepUpParts({ ...sampleRollout, set: printedFunctions(globals) }, triggerWaitMs),
    startEmbedded,
    Date.now(),
  );
  const evidence = await makeStepUp(
    {
      id: 'printed',
      title: 'The functions of the guide',
      flow: 'step-up',
      tests: 'sp',
      expected,
      functions: {},
      expectedFailures: [],
      journey,
    },
    stack,
  );
  expect(evidence.brokeOff).toBeUndefined();
  const findings = judge(evidence, {
    checks,
    profile: resolveProfile('cognito-step-up', profiles),
    waivers: [],
  });
  return findings.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable');
}

const idsOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ check }) => check))].sort();
const messagesOf = (findings: readonly Finding[], id: string) =>
  findings.filter(({ check }) => check === id).map(({ message }) => message);
