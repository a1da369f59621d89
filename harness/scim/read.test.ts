import { describe, expect, it } from 'vitest';
import type { ScimExchange, ScimOperation } from '../model/scim-records.ts';
import { readFilter } from './read-filter.ts';
import { memberChanges, operationsOf } from './read-patch.ts';
import { attributeOf, readRequests, textAt } from './read-requests.ts';

function request(operation: ScimOperation, target: string, body?: unknown) {
  const exchange: ScimExchange = {
    index: 0,
    at: '2026-03-01T12:00:00.000Z',
    operation,
    method: 'POST',
    target,
    authorization: 'bearer',
    status: 200,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
  const [read] = readRequests({ baseUrl: 'https://x/', exchanges: [exchange], dropped: 0 });
  if (read === undefined) throw new Error('Nothing was read.');
  return read;
}

describe('a request', () => {
  it('is taken apart as sent: two slashes stay two, the query is decoded', () => {
    expect(request('Unknown', '//Users/1?filter=a%20eq%20%22b%3F%22')).toMatchObject({
      path: '//Users/1',
      id: undefined,
    });
    expect(request('ListUsers', '/Users?filter=a%20eq%20%22b%3F%22').query.get('filter')).toBe('a eq "b?"');
    expect(request('GetUser', '/Users/1').id).toBe('1');
  });

  it('without JSON has no body', () => {
    expect(request('CreateUser', '/Users', '{"a').body).toBeUndefined();
    expect(request('GetUser', '/Users/1').body).toBeUndefined();
  });

  it('has attributes whose names are not case exact', () => {
    expect(attributeOf({ UserName: 'a' }, 'userName')).toBe('a');
    expect(textAt({ Name: { GIVENNAME: 'A' } }, 'name.givenName')).toBe('A');
    expect(textAt({ name: 'A' }, 'name.givenName')).toBeUndefined();
    expect(textAt({ active: true }, 'active')).toBeUndefined();
  });
});

describe('a filter', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['userName eq "a b"', [['username', 'a b']]],
    [
      'ID EQ "1" AND members.value eq "2"',
      [
        ['id', '1'],
        ['members', '2'],
      ],
    ],
    ['member eq "x"', [['members', 'x']]],
    ['groups eq "x"', [['groups.value', 'x']]],
    ['displayName eq "a\\"b\\u00e4"', [['displayname', 'a"bä']]],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "1"', [['manager', '1']]],
  ])('%s is read', (text, terms) => {
    expect(readFilter(text)?.map(({ attribute, value }) => [attribute, value])).toEqual(terms);
  });

  it.each([
    'userName sw "a"',
    'a eq "b" or c eq "d"',
    '(a eq "b")',
    'a eq b',
    'a eq "b',
    'a eq "\\q"',
    'a eq "b" and',
    '',
  ])('«%s» is none of eq and and', (text) => {
    expect(readFilter(text)).toBeUndefined();
  });
});

describe('the operations of a PATCH request', () => {
  it('tell the attribute by path or by value', () => {
    const Operations = [
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'a' },
      { op: 'add', value: { title: 'a', nickName: 'b' } },
      { op: 'remove', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department' },
      { op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:name.givenName', value: 'a' },
      'nonsense',
    ];
    const read = operationsOf(request('PatchUser', '/Users/1', { Operations }));
    expect(read.map(({ op, attributes }) => [op, attributes])).toEqual([
      ['replace', ['emails']],
      ['add', ['title', 'nickName']],
      ['remove', ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User']],
      ['replace', ['name']],
      ['', []],
    ]);
  });

  it('and of a creation tell who is put in and taken out', () => {
    const Operations = [
      { op: 'add', path: 'members', value: [{ value: '1' }, { value: 2 }] },
      { op: 'remove', path: 'members[value eq "3"]' },
      { op: 'add', value: { members: { value: '4' } } },
      { op: 'replace', path: 'displayName', value: 'x' },
    ];
    expect(memberChanges(request('PatchGroup', '/Groups/1', { Operations }))).toEqual([
      { op: 'add', id: '1' },
      { op: 'remove', id: '3' },
      { op: 'add', id: '4' },
    ]);
    expect(memberChanges(request('CreateGroup', '/Groups', { members: [{ value: '1' }] }))).toEqual([
      { op: 'add', id: '1' },
    ]);
    expect(memberChanges(request('CreateUser', '/Users', { members: [{ value: '1' }] }))).toEqual([]);
  });
});
