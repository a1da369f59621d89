import { expect, test } from 'vitest';
import { resolveValues, userSchema } from './config.ts';

const user = userSchema.parse({
  email: 'alice@example.com',
  firstName: 'Alice',
  custom: { roles: ['one', 'two'], team: 'red' },
});

test.each([
  ['user.email', ['alice@example.com']],
  ['firstName', ['Alice']],
  ['user.custom.roles', ['one', 'two']],
  ['custom.team', ['red']],
  ['custom.unknown', []],
  ['user.firstname', ['user.firstname']],
])('the mapping %s gives %j', (expression, values) => {
  expect(resolveValues(user, expression)).toEqual(values);
});

test('a custom attribute is named like a field', () => {
  expect(userSchema.safeParse({ email: 'a@b', custom: { 'no name': 'x' } }).success).toBe(false);
});
