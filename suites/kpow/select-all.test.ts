import { expect, it } from 'vitest';
import { selectAll } from './select-all.ts';

const answer = { user: { email: 'a@example.com', id: 7, groups: ['x', 'y', null] }, roles: [] };

it.each<[string, readonly string[]]>([
  ['$.user.email', ['a@example.com']],
  ['$.user.id', ['7']],
  ['$.user.groups', ['x', 'y']],
  ['$.roles', []],
  ['$.user', []],
  ['$.nothing.here', []],
  ['$', []],
])('%s gives %j', (path, wanted) => {
  expect(selectAll(answer, path)).toEqual(wanted);
});

it('takes a list as a whole, and refuses a path in another form', () => {
  expect(selectAll(['a', 'b'], '$')).toEqual(['a', 'b']);
  for (const path of ['user.email', '$..email', '$.a[0]', '$.'])
    expect(() => selectAll(answer, path), path).toThrow('is not understood');
});
