import { expect, it } from 'vitest';
import type { Exception } from './exception.ts';
import { findIdle } from './find-idle.ts';
import { open, proved } from './proof.test-data.ts';

const exception: Exception = {
  libraries: ['some-library'],
  attacks: ['time/expired', 'time/not-yet-valid'],
  reason: 'It reads no times.',
  evidence: [],
};

it('names the attacks of an exception that no alarm needed', () => {
  expect(findIdle([exception], [proved])).toEqual([
    'No alarm needs the exception of some-library for time/not-yet-valid (“It reads no times.”).',
  ]);
  const [all] = findIdle([exception], [open]);
  expect(all).toContain('time/expired, time/not-yet-valid');
});

it('is silent about exceptions that were needed', () => {
  expect(findIdle([{ ...exception, attacks: ['time/expired'] }], [proved, open])).toEqual([]);
});
