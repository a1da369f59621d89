import { describe, expect, it } from 'vitest';
import { checks } from '../checks/index.ts';
import { makeSelftestKeys } from '../cli/selftest-keys.ts';
import { type Check, defineCheck } from '../model/check.ts';
import { type ArtifactName, artifactNames, type Evidence } from '../model/evidence.ts';
import type { Finding, Waiver } from '../model/finding.ts';
import type { Profile, ProfileRule } from '../model/profile.ts';
import { textArtifact, withArtifacts, withoutArtifacts } from '../mutations/kit/artifact.ts';
import { makeGenuineLogin } from '../mutations/kit/genuine.ts';
import { profiles } from '../profiles/index.ts';
import { judge } from './judge.ts';
import { resolveProfile } from './resolve-profile.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);
const { evidence } = makeGenuineLogin({ now, initiatedBy: 'sp', keys: await makeSelftestKeys(now) });

type Parts = Partial<
  Pick<Check, 'id' | 'needs' | 'uses' | 'readsBroken' | 'applies' | 'run' | 'options' | 'messages'>
>;

/** A check that passes on anything, but for the parts given. */
function check(parts: Parts): Check {
  const base = defineCheck({
    id: 'a/check',
    title: { holds: 'It holds', fails: 'It fails' },
    why: 'Because.',
    fix: { console: 'Console', field: 'Field', change: 'Change it.' },
    judges: 'idp',
    needs: ['response'],
    refs: [{ assumption: 'for this test', known: 'nothing' }],
    messages: { wrong: 'The value is "{value}", not {wanted}.' },
    run: () => [],
  });
  return { ...base, ...parts };
}

const fault = { message: 'wrong', data: { value: 'x', wanted: 3 }, expected: '3', observed: 'x' };
const failing = check({ run: () => [fault] });

function profileOf(rules: Profile['checks'], skewMs = 0): Profile {
  return { id: 'p', title: 'P', version: 1, extends: [], skewMs, checks: rules };
}

function run(
  one: Check,
  options: {
    evidence?: Evidence;
    rule?: Partial<ProfileRule>;
    waivers?: (Waiver & { check: string })[];
    others?: readonly Check[];
  } = {},
): readonly Finding[] {
  const all = [one, ...(options.others ?? [])];
  const rules = Object.fromEntries(
    all.map(({ id }) => [id, { severity: 'error' as const, ...options.rule }]),
  );
  const waivers = options.waivers ?? [];
  return judge(options.evidence ?? evidence, { checks: all, profile: profileOf(rules), waivers });
}

describe('judge', () => {
  it('passes with the title that holds', () => {
    expect(run(check({}))).toMatchObject([{ outcome: 'pass', title: 'It holds', severity: 'error' }]);
  });

  it('gives a finding for each fault, its message filled and the remedy beside it', () => {
    const findings = run(check({ run: () => [fault, { ...fault, data: { value: '{wanted}', wanted: 4 } }] }));
    expect(findings.map(({ message }) => message)).toEqual([
      'The value is "x", not 3.',
      'The value is "{wanted}", not 4.',
    ]);
    expect(findings[0]).toMatchObject({
      outcome: 'fail',
      title: 'It fails',
      expected: '3',
      observed: 'x',
      fix: { console: 'Console' },
    });
  });

  it("takes the profile's severity and remedy in place of the check's", () => {
    const fix = { console: 'AdminX', field: 'There', change: 'Do it.' };
    expect(run(failing, { rule: { severity: 'warning', fix } })).toMatchObject([
      { severity: 'warning', fix },
    ]);
  });

  it('runs only what the profile lists and has not switched off, in the order of the catalogue', () => {
    const all = ['b/two', 'a/one', 'c/off', 'd/unlisted'].map((id) => check({ id }));
    const profile = profileOf({
      'a/one': { severity: 'info' },
      'b/two': { severity: 'error' },
      'c/off': 'off',
    });
    expect(judge(evidence, { checks: all, profile }).map((one) => one.check)).toEqual(['b/two', 'a/one']);
  });

  it('shortens long values in the middle', () => {
    const long = `start${'.'.repeat(5000)}end`;
    const [finding] = run(
      check({ run: () => [{ ...fault, data: { value: long, wanted: 1 }, observed: long }] }),
    );
    expect(finding?.observed).toMatch(/^start.*….*end$/);
    expect(finding?.observed?.length).toBeLessThanOrEqual(400);
    expect(finding?.message.length).toBeLessThan(300);
  });

  it('hands a check the artifacts that it declared, and no others', () => {
    const seen: string[][] = [];
    run(
      check({
        needs: ['response'],
        uses: ['setup', 'idp-metadata'],
        run: (given) => {
          seen.push(Object.keys(given).sort());
          return [];
        },
      }),
      { evidence: withoutArtifacts(evidence, 'idp-metadata') },
    );
    expect(seen).toEqual([['response', 'setup']]);
  });

  it("judges at the moment of the capture by the parties' clocks", () => {
    const moments: number[] = [];
    const one = check({
      run: (_given, context) => {
        moments.push(context.now, context.skewMs);
        return [];
      },
    });
    const profile = profileOf({ 'a/check': { severity: 'error' } }, 4000);
    judge({ ...evidence, clockSkewMs: 2500 }, { checks: [one], profile });
    expect(moments).toEqual([now + 2500, 4000]);
  });

  it("puts the profile's options in place of the check's, name by name", () => {
    const seen: unknown[] = [];
    const one = check({
      options: { limit: 1, format: 'a' },
      run: (_given, context) => {
        seen.push(context.options);
        return [];
      },
    });
    run(one, { rule: { options: { limit: 2 } } });
    expect(seen).toEqual([{ limit: 2, format: 'a' }]);
  });
});

describe('judge, where there is nothing to judge', () => {
  it('is "not seen" with the reason when an artifact is missing, and names it', () => {
    const missing = { state: 'missing', why: 'The journey ended before.' } as const;
    expect(run(failing, { evidence: withArtifacts(evidence, { response: missing }) })).toMatchObject([
      { outcome: 'not-seen', where: { artifact: 'response' } },
    ]);
    const [absent] = run(failing, { evidence: withoutArtifacts(evidence, 'response') });
    expect(absent).toMatchObject({ outcome: 'not-seen' });
    expect(absent?.message).toContain('not part of this evidence');
  });

  it('is "not seen" when the artifact could not be kept', () => {
    const broken = { state: 'broken', why: 'The page was closed.' } as const;
    const [finding] = run(failing, { evidence: withArtifacts(evidence, { response: broken }) });
    expect(finding?.outcome).toBe('not-seen');
    expect(finding?.message).toContain('The page was closed.');
  });

  it('runs only the check that is about it when XML is unreadable, and refers to it', () => {
    const garbled = withArtifacts(evidence, { response: textArtifact('!!! not base64 !!!') });
    const teller = check({
      id: 'response/readable',
      readsBroken: true,
      run: ({ response }) => (response?.document.problems.length === 0 ? [] : [fault]),
    });
    const [first, second] = run(failing, { evidence: garbled, others: [teller] });
    expect(first).toMatchObject({
      outcome: 'not-seen',
      message: '"response" cannot be read: response/readable tells why.',
    });
    expect(second?.outcome).toBe('fail');
  });

  it('leaves an unreadable artifact out of what a check merely uses', () => {
    const garbled = withArtifacts(evidence, { setup: textArtifact('{"initiatedBy":') });
    const one = check({ uses: ['setup'], run: ({ setup }) => (setup === undefined ? [] : [fault]) });
    expect(run(one, { evidence: garbled })).toMatchObject([{ outcome: 'pass' }]);
  });

  it.each(['setup', 'exchanges', 'phone', 'outcome', 'portal', 'replays', 'response-delivery'] as const)(
    'is "not seen" for a record that is not JSON, or not what it should be: %s',
    (name: ArtifactName) => {
      for (const raw of ['{', '7', '"text"', 'null'])
        expect(
          run(check({ needs: [name] }), { evidence: withArtifacts(evidence, { [name]: textArtifact(raw) }) }),
        ).toMatchObject([{ outcome: 'not-seen' }]);
    },
  );

  it('is "not applicable" with the reason when the check says so, without running it', () => {
    const one = check({ applies: () => 'There is no session.', run: () => [fault] });
    expect(run(one)).toMatchObject([{ outcome: 'not-applicable', message: 'There is no session.' }]);
  });

  it('is "manual" with what a person has to look at', () => {
    const one = check({ run: () => ({ manual: 'Look at the page.' }) });
    expect(run(one)).toMatchObject([{ outcome: 'manual', message: 'Look at the page.' }]);
  });

  it.each([
    [
      'run',
      {
        run: () => {
          throw new Error('a bug');
        },
      },
    ],
    [
      'applies',
      {
        applies: () => {
          throw new Error('a bug');
        },
      },
    ],
    ['an unknown message', { run: () => [{ ...fault, message: 'unheard of' }] }],
  ] as const)('is "error", never the target\'s fault, when a check is wrong: %s', (_what, parts) => {
    // These parts break what the type asks for: that is what is tried.
    expect(run(check(parts as Parts))).toMatchObject([{ outcome: 'error' }]);
  });
});

describe('judge, with waivers', () => {
  const waiver = { check: 'a/check', reason: 'Agreed.', owner: 'Ann', until: '2026-03-14' };

  it('marks the findings of the check that is waived, through the last day', () => {
    const { check: _, ...expected } = waiver;
    expect(run(failing, { waivers: [waiver] })).toMatchObject([{ outcome: 'fail', waiver: expected }]);
  });

  it.each([
    ['has ended', { ...waiver, until: '2026-03-13' }],
    ['is for another check', { ...waiver, check: 'a/other' }],
  ])('takes no account of a waiver that %s', (_what, other) => {
    expect(run(failing, { waivers: [other] })[0]).not.toHaveProperty('waiver');
  });

  it('does not waive what did not fail', () => {
    expect(run(check({}), { waivers: [waiver] })[0]).not.toHaveProperty('waiver');
  });
});

describe('judge, with the whole catalogue', () => {
  const profile = resolveProfile('aws-identity-center', profiles);

  it('gives the same bytes twice, also from evidence that was saved and read again', () => {
    const text = JSON.stringify(judge(evidence, { checks, profile }));
    expect(JSON.stringify(judge(evidence, { checks, profile }))).toBe(text);
    expect(JSON.stringify(judge(JSON.parse(JSON.stringify(evidence)), { checks, profile }))).toBe(text);
  });

  it('has no check that stops with an error, whatever is missing, empty or garbled', () => {
    const raws = ['', '<a/>', 'PGEvPg==', '{}', '[{}]'];
    const variants = [
      ...artifactNames.map((name) => withoutArtifacts(evidence, name)),
      ...artifactNames.flatMap((name) =>
        raws.map((raw) => withArtifacts(evidence, { [name]: textArtifact(raw) })),
      ),
      ...raws.map((raw) =>
        withArtifacts(evidence, Object.fromEntries(artifactNames.map((name) => [name, textArtifact(raw)]))),
      ),
      { ...evidence, artifacts: {} },
    ];
    for (const variant of variants) {
      const stopped = judge(variant, { checks, profile }).filter(({ outcome }) => outcome === 'error');
      expect(stopped.map(({ check: id, message }) => `${id}: ${message}`)).toEqual([]);
    }
  }, 60_000);
});
