import { describe, expect, it } from 'vitest';
import type { AttackOutcome } from '../../harness/model/attack.ts';
import type { RefusalResult } from '../../harness/model/refusal.ts';
import { judgePair, type Tried } from './judge-pair.ts';
import type { Pair } from './releases.ts';

const pair: Pair = {
  library: 'some-library',
  flawed: { version: '1.0.0' },
  fixed: { version: '1.0.1' },
  advisories: ['CVE-2099-1'],
  flaw: 'takes anything',
  about: ['digest/listed'],
};

function result(attack: string, outcome: AttackOutcome, cves: RefusalResult['cves'] = []): RefusalResult {
  const family = attack.split('/')[0] ?? '';
  return {
    attack,
    family,
    title: attack,
    against: 'sp',
    mechanism: '',
    outcome,
    says: `It ${outcome}.`,
    loggedIn: [],
    exchanges: [],
    weaknesses: [],
    advice: [],
    refs: [],
    cves,
    durationMs: 1,
  };
}

const tried = (...results: readonly RefusalResult[]): Tried => ({ results, explained: new Map() });

describe('judging a pair of releases', () => {
  it('is proved by an attack of the advisory that tells the releases apart', () => {
    const flawed = tried(result('wrapping/a', 'fell', ['CVE-2099-1']), result('wrapping/b', 'held'));
    const fixed = tried(result('wrapping/a', 'held', ['CVE-2099-1']), result('wrapping/b', 'held'));
    const verdict = judgePair(pair, flawed, fixed);
    expect(verdict).toMatchObject({ proved: true, caughtBy: ['wrapping/a'], alarms: [] });
  });

  it('is proved by an attack that the pair lists', () => {
    const verdict = judgePair(
      pair,
      tried(result('digest/listed', 'fell')),
      tried(result('digest/listed', 'held')),
    );
    expect(verdict).toMatchObject({ proved: true, caughtBy: ['digest/listed'] });
  });

  it('is not proved by an attack about something else', () => {
    const flawed = tried(result('time/expired', 'fell'), result('digest/listed', 'held'));
    const fixed = tried(result('time/expired', 'held'), result('digest/listed', 'held'));
    expect(judgePair(pair, flawed, fixed)).toMatchObject({
      proved: false,
      caughtBy: [],
      onlyFlawed: ['time/expired'],
    });
  });

  it('is not proved by an attack that fells both', () => {
    const both = tried(result('digest/listed', 'fell'));
    expect(judgePair(pair, both, both)).toMatchObject({
      proved: false,
      caughtBy: [],
      alarms: [{ attack: 'digest/listed', outcome: 'fell' }],
    });
  });

  it('does not count a refusal of the fixed release that proves nothing', () => {
    const fixed = tried(result('digest/listed', 'inconclusive'));
    expect(judgePair(pair, tried(result('digest/listed', 'fell')), fixed)).toMatchObject({
      proved: false,
      caughtBy: [],
      alarms: [{ attack: 'digest/listed', outcome: 'inconclusive' }],
    });
  });

  it('is spoilt by an alarm on the fixed release, unless its code explains it', () => {
    const flawed = tried(result('digest/listed', 'fell'), result('time/expired', 'fell'));
    const fixed = tried(result('digest/listed', 'held'), result('time/expired', 'fell'));
    expect(judgePair(pair, flawed, fixed).proved).toBe(false);
    const explanation = { reason: 'It reads no times.', seenAt: ['some-library/index.js:1'] };
    const explained = { ...fixed, explained: new Map([['time/expired', explanation]]) };
    const verdict = judgePair(pair, flawed, explained);
    expect(verdict.proved).toBe(true);
    expect(verdict.alarms).toEqual([
      { attack: 'time/expired', outcome: 'fell', says: 'It fell.', explanation },
    ]);
  });

  it('wants an explanation even of what the standard lets a target take', () => {
    const flawed = tried(result('digest/listed', 'fell'), result('algorithms/sha1', 'warned'));
    const fixed = tried(result('digest/listed', 'held'), result('algorithms/sha1', 'warned'));
    expect(judgePair(pair, flawed, fixed)).toMatchObject({
      proved: false,
      alarms: [{ attack: 'algorithms/sha1', outcome: 'warned' }],
    });
  });

  it('says which release could not be tried, and proves nothing then', () => {
    const good = tried(result('digest/listed', 'fell'));
    expect(judgePair(pair, good, 'It does not start.')).toMatchObject({
      proved: false,
      notTried: ['1.0.1: It does not start.'],
    });
    expect(judgePair(pair, 'Not there.', good)).toMatchObject({
      proved: false,
      notTried: ['1.0.0: Not there.'],
    });
  });
});
