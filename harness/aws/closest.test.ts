import { expect, it } from 'vitest';
import { closestTo } from './closest.ts';

const known = ['assertion/audience', 'assertion/age', 'conditions/audience', 'response/id'];

it.each([
  ['assertion/audiense', ['assertion/audience']],
  ['audience', ['assertion/audience', 'conditions/audience']],
  ['response/idd', ['response/id']],
  ['transport/tls', []],
])('%s may have meant %j', (text, meant) => {
  expect(closestTo(text, known)).toEqual(meant);
});

it('gives the nearest first, and at most three', () => {
  expect(closestTo('abcd', ['abce', 'abxx', 'abcd', 'bbcd'])).toEqual(['abcd', 'abce', 'bbcd']);
});
