import type { PairVerdict } from './judge-pair.ts';
import type { Pair } from './releases.ts';

const pair: Pair = {
  library: 'some-library',
  flawed: { version: '1.0.0' },
  fixed: { version: '1.0.1' },
  advisories: ['CVE-2099-1'],
  flaw: 'takes anything',
  about: [],
};

/** A pair that is proved, with an alarm that is explained. */
export const proved: PairVerdict = {
  pair,
  proved: true,
  caughtBy: ['wrapping/xsw1', 'wrapping/xsw2'],
  onlyFlawed: ['wrapping/xsw1', 'wrapping/xsw2', 'parser/doctype'],
  alarms: [
    {
      attack: 'time/expired',
      outcome: 'fell',
      says: '"ann" was logged in.',
      explanation: { reason: 'It reads no times.', seenAt: ['some-library/index.js:7'] },
    },
  ],
  notTried: [],
};

/** The same, where an alarm is not explained and no attack about the flaw worked. */
export const open: PairVerdict = {
  pair: { ...pair, fixed: { version: '1.0.0', overrides: { 'xml-library': '2.0.0' } } },
  proved: false,
  caughtBy: [],
  onlyFlawed: ['parser/doctype'],
  alarms: [{ attack: 'time/expired', outcome: 'fell', says: '"ann" was logged in.' }],
  notTried: [],
};

export const notTried: PairVerdict = {
  ...open,
  alarms: [],
  onlyFlawed: [],
  notTried: ['1.0.0: Node 99 cannot start it: no such digest'],
};
