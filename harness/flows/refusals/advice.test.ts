import { expect, test } from 'vitest';
import { type WeaknessId, weaknesses } from '../../model/weaknesses.ts';
import { adviceFor } from './advice.ts';

test('there is advice, and one piece of it, against every weakness', () => {
  const ids = Object.keys(weaknesses) as WeaknessId[]; // the keys of a literal
  expect(ids.filter((id) => adviceFor([id]).length !== 1)).toEqual([]);
});

test('advice against several weaknesses is given once', () => {
  expect(adviceFor(['sha1-accepted', 'md5-accepted', 'open-redirect'])).toHaveLength(2);
});
