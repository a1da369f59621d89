import { describe, expect, test } from 'vitest';
import { CountersignError } from '../model/error.ts';
import type { Integration } from '../model/integration.ts';
import { chooseCases } from './choose-cases.ts';

const integration = (id: string, ...cases: readonly (readonly [string, string])[]): Integration => ({
  id,
  title: id,
  profile: 'saml-app',
  targets: [],
  guide: [],
  cases: cases.map(([name, title]) => ({
    id: name,
    title,
    flow: 'sp-initiated-login',
    tests: 'idp',
    expectedFailures: [],
  })),
});

const known = [
  integration('first', ['success-sp', 'A person logs in'], ['denied-sp', 'A person denies the login']),
  integration('second', ['success-role', 'A person assumes a role']),
];
const all = { integration: [], case: [] };
const both = ['first', 'second'];

describe('chosen are', () => {
  test('all, said by none, when nothing is asked for', () => {
    expect(chooseCases(all, known, both)).toEqual([]);
  });

  test.each([
    [{ grep: 'success' }, ['success-sp', 'success-role']],
    [{ grep: 'DENIES' }, ['denied-sp']],
    [{ grep: '^second ' }, ['success-role']],
    [{ case: ['denied-sp', 'success-role'] }, ['denied-sp', 'success-role']],
    [{ case: ['denied-sp', 'success-sp'], grep: 'logs in' }, ['success-sp']],
    [{ integration: ['second'], grep: 'success' }, ['success-role']],
  ])('%j', (choice, cases) => {
    expect(chooseCases({ ...all, ...choice }, known, both)).toEqual(cases);
  });
});

describe('refused with what to do is', () => {
  test.each([
    [{ case: ['sucess-sp'] }, 'There is no case "sucess-sp".', 'Did you mean success-sp?'],
    [{ integration: ['third'] }, 'There is no integration "third".', 'list integrations'],
    [{ integration: ['second'] }, 'The configuration does not roll out', 'choose from first'],
    [{ grep: '[' }, '"[" is no regular expression', 'backslash'],
    [{ grep: 'role' }, 'No case matches --grep "role".', 'ids and titles'],
    [{ integration: ['first'], case: ['success-role'] }, 'No case matches --integration first', 'list cases'],
  ])('%j', (choice, message, next) => {
    const error = refusalOf(() => chooseCases({ ...all, ...choice }, known, ['first']));
    expect(error.code).toBe('usage');
    expect(error.message).toContain(message);
    expect(error.next).toContain(next);
  });
});

function refusalOf(act: () => unknown): CountersignError {
  try {
    act();
  } catch (error) {
    if (error instanceof CountersignError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
