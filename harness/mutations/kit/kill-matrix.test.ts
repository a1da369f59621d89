import { beforeAll, describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { judge } from '../../judge/judge.ts';
import { type Check, defineCheck } from '../../model/check.ts';
import type { Mutation } from '../../model/mutation.ts';
import { defineProfile } from '../../model/profile.ts';
import { setAttribute, setText } from './edit.ts';
import { type GenuineLogin, makeGenuineLogin } from './genuine.ts';
import { buildKillMatrix } from './kill-matrix.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);

function check(
  id: string,
  isRight: (response: { version: string | undefined; inResponseTo: string | undefined }) => boolean,
): Check {
  return defineCheck({
    id,
    title: { holds: 'It is right', fails: 'It is wrong' },
    why: 'Because.',
    fix: { console: 'Console', field: 'Field', change: 'Change it.' },
    judges: 'idp',
    needs: ['response'],
    refs: [{ assumption: 'for this test', known: 'nothing' }],
    messages: { wrong: 'It is wrong.' },
    run: ({ response }) =>
      isRight(response) ? [] : [{ message: 'wrong', expected: 'right', observed: 'wrong' }],
  });
}

const version = check('a/version', (response) => response.version === '2.0');
const unsolicited = check('a/unsolicited', (response) => response.inResponseTo !== '_none');

function mutation(id: string, breaks: readonly string[], apply: (xml: string) => string): Mutation {
  const rest = { title: id, hostile: false, safe: 'refuses', refs: [] } as const;
  return { id, stage: 'before-signing', change: { on: 'response', apply }, breaks, ...rest };
}

const oldVersion = (breaks: readonly string[]) =>
  mutation('m/version', breaks, (xml) => setAttribute(xml, 'Response', 'Version', '1.1'));
const answersNobody = mutation('m/answers', ['a/unsolicited'], (xml) => {
  if (xml.includes('InResponseTo')) return setText(xml, 'Nothing', 'only for logins that nobody asked for');
  return setAttribute(xml, 'Response', 'InResponseTo', '_none');
});

describe('buildKillMatrix', () => {
  let sp: GenuineLogin;
  let idp: GenuineLogin;
  beforeAll(async () => {
    const keys = await makeSelftestKeys(now);
    sp = makeGenuineLogin({ now, initiatedBy: 'sp', keys });
    idp = makeGenuineLogin({ now, initiatedBy: 'idp', keys });
  });
  const build = (checks: readonly Check[], mutations: readonly Mutation[]) => {
    const rules = Object.fromEntries(checks.map(({ id }) => [id, { severity: 'error' as const }]));
    const profile = defineProfile({ id: 'p', title: 'P', version: 1, extends: [], skewMs: 0, checks: rules });
    return buildKillMatrix({
      checks,
      mutations,
      logins: [
        { name: 'sp', profile: 'p', login: sp },
        { name: 'idp', profile: 'p', login: idp },
      ],
      judge: (evidence) => judge(evidence, { checks, profile }),
    });
  };

  it('is content when every mutation breaks exactly its checks, and every check is broken', () => {
    const matrix = build([version, unsolicited], [oldVersion(['a/version']), answersNobody]);
    expect(matrix).toMatchObject({ ok: true, unbroken: [] });
    expect(matrix.rows.map(({ login }) => login)).toEqual(['sp', 'idp']);
  });

  it('names a check that no mutation breaks', () => {
    expect(build([version, unsolicited], [oldVersion(['a/version'])])).toMatchObject({
      ok: false,
      unbroken: ['a/unsolicited'],
    });
  });

  it('tells what a mutation breaks beside, or does not break', () => {
    const [row] = build([version, unsolicited], [oldVersion(['a/unsolicited'])]).rows;
    expect(row?.problem).toBe('It does not break a/unsolicited; also breaks a/version.');
  });

  it('tells when a mutation has no effect on any login, or names nothing', () => {
    const noOp = mutation('m/nothing', ['a/version'], (xml) => xml);
    const [first, second] = build([version], [noOp, oldVersion([])]).rows;
    expect(first?.problem).toContain('It fits no login');
    expect(second?.problem).toBe('It names no check that it breaks.');
  });

  it('finds a check that fails on a clean login, and one that stops with an error', () => {
    const wrong = check('a/wrong', () => false);
    const faulty = check('a/faulty', () => {
      throw new Error('a bug');
    });
    const [clean] = build([wrong, faulty], []).clean;
    expect(clean?.failed).toEqual(['a/faulty (stopped by an error)', 'a/wrong']);
  });
});
