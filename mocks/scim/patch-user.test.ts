import { describe, expect, it } from 'vitest';
import { enterprise, makeWorld } from './testing/world.ts';

const alice = 'alice@example.com';

async function open(more: object = {}) {
  const world = makeWorld();
  const id = await world.addUser(alice, more);
  return {
    ...world,
    id,
    change: (...operations: readonly object[]) => world.patch(`/Users/${id}`, ...operations),
  };
}

describe('PatchUser', () => {
  it.each<[string, object, object]>([
    [
      'AWS’s own example, a truth value as text',
      { op: 'replace', path: 'active', value: 'false' },
      { active: false },
    ],
    ['a verb in another case', { op: 'Replace', path: 'active', value: false }, { active: false }],
    ['no path and one attribute', { op: 'replace', value: { active: false } }, { active: false }],
    ['userName', { op: 'replace', path: 'userName', value: 'b@x' }, { userName: 'b@x' }],
    ['externalId', { op: 'add', path: 'externalId', value: '7' }, { externalId: '7' }],
    ['displayName', { op: 'replace', path: 'displayName', value: 'B' }, { displayName: 'B' }],
    ['nickName', { op: 'add', path: 'nickName', value: 'B' }, { nickName: 'B' }],
    [
      'profileUrl',
      { op: 'add', path: 'profileUrl', value: 'https://x.example/b' },
      { profileUrl: 'https://x.example/b' },
    ],
    ['title', { op: 'add', path: 'title', value: 'B' }, { title: 'B' }],
    ['userType', { op: 'add', path: 'userType', value: 'B' }, { userType: 'B' }],
    ['preferredLanguage', { op: 'add', path: 'preferredLanguage', value: 'de' }, { preferredLanguage: 'de' }],
    ['locale', { op: 'add', path: 'locale', value: 'de-CH' }, { locale: 'de-CH' }],
    ['timezone', { op: 'add', path: 'timezone', value: 'Europe/Zurich' }, { timezone: 'Europe/Zurich' }],
    [
      'a part of name',
      { op: 'replace', path: 'name.familyName', value: 'B' },
      { name: { givenName: 'Alice', familyName: 'B' } },
    ],
    [
      'name',
      { op: 'replace', path: 'name', value: { familyName: 'B', givenName: 'A' } },
      { name: { givenName: 'A', familyName: 'B' } },
    ],
    [
      'emails',
      { op: 'replace', path: 'emails', value: [{ value: 'b@x', primary: true }] },
      { emails: [{ value: 'b@x', primary: true }] },
    ],
    [
      'one of emails by a filter',
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'b@x' },
      { emails: [{ value: 'b@x', type: 'work', primary: true }] },
    ],
    [
      'addresses',
      { op: 'add', path: 'addresses', value: [{ locality: 'Bern' }] },
      { addresses: [{ locality: 'Bern' }] },
    ],
    [
      'phoneNumbers',
      { op: 'add', path: 'phoneNumbers', value: [{ value: '1' }] },
      { phoneNumbers: [{ value: '1' }] },
    ],
    [
      'enterprise',
      { op: 'add', path: enterprise, value: { department: 'D' } },
      { [enterprise]: { department: 'D' } },
    ],
    [
      'a part of enterprise',
      { op: 'add', path: `${enterprise}:department`, value: 'D' },
      { [enterprise]: { department: 'D' } },
    ],
  ])('changes %s', async (_, operation, expected) => {
    const { change, send, id } = await open();
    const { status, body } = await change(operation);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject(expected);
    expect((await send('GET', `/Users/${id}`)).body).toEqual(body);
  });

  it('removes what may be missing', async () => {
    const { change } = await open({ title: 'T', externalId: '7' });
    const { body } = await change(
      { op: 'remove', path: 'title' },
      { op: 'remove', path: 'externalId' },
      { op: 'remove', path: 'emails' },
    );
    expect(body).not.toHaveProperty('title');
    expect(body).not.toHaveProperty('externalId');
    expect(body).not.toHaveProperty('emails');
  });

  it('moves the time of the last change, not that of creation', async () => {
    const { change, wait } = await open();
    wait(5_000);
    expect((await change({ op: 'replace', path: 'active', value: false })).body.meta).toMatchObject({
      created: '2026-03-01T12:00:00Z',
      lastModified: '2026-03-01T12:00:05Z',
    });
  });

  it.each<[string, readonly object[], string | RegExp]>([
    ['a missing verb', [{ path: 'active', value: false }], /is not add, replace or remove/],
    [
      'another verb',
      [{ op: 'move', path: 'active', value: false }],
      'Operation "move" is not add, replace or remove',
    ],
    ['remove without a path', [{ op: 'remove', value: { active: false } }], 'Missing path in PATCH request'],
    ['add without a value', [{ op: 'add', path: 'title' }], 'Missing value in PATCH request for add'],
    [
      'replace without a value',
      [{ op: 'replace', path: 'title' }],
      'Missing value in PATCH request for replace',
    ],
    [
      'replace by null',
      [{ op: 'replace', path: 'title', value: null }],
      'Missing value in PATCH request for replace',
    ],
    [
      'no path and two attributes',
      [{ op: 'replace', value: { active: false, title: 'x' } }],
      /^Current PATCH support allows omitting "path" attribute only for/,
    ],
    [
      'two operations on active',
      [
        { op: 'replace', path: 'active', value: false },
        { op: 'replace', path: 'active', value: true },
      ],
      'Multiple PATCH operations on active are not supported',
    ],
    [
      'two operations on userName',
      [
        { op: 'replace', path: 'userName', value: 'b' },
        { op: 'replace', value: { username: 'c' } },
      ],
      'Multiple PATCH operations on userName are not supported',
    ],
    ['removing userName', [{ op: 'remove', path: 'userName' }], 'Attribute userName cannot be removed'],
    ['removing active', [{ op: 'remove', path: 'active' }], 'Attribute active cannot be removed'],
    [
      'removing what is required',
      [{ op: 'remove', path: 'name.givenName' }],
      /Required attribute 'givenName' is missing/,
    ],
    [
      'emptying what is required',
      [{ op: 'replace', path: 'displayName', value: '' }],
      /'displayName' failed to satisfy constraint: Member must have length/,
    ],
    [
      'a userName with white space',
      [{ op: 'replace', path: 'userName', value: 'a b' }],
      /'userName' failed to satisfy constraint/,
    ],
    [
      'roles',
      [{ op: 'add', path: 'roles', value: [{ value: 'r' }] }],
      'Attribute roles cannot be changed by PATCH',
    ],
    [
      'groups',
      [{ op: 'add', path: 'groups', value: [{ value: 'g' }] }],
      'Attribute groups cannot be changed by PATCH',
    ],
    [
      'password',
      [{ op: 'replace', path: 'password', value: 'x' }],
      'Attribute password cannot be changed by PATCH',
    ],
    [
      'photos',
      [{ op: 'add', path: 'photos', value: [{ value: 'x' }] }],
      'Attribute photos cannot be changed by PATCH',
    ],
    ['id', [{ op: 'replace', path: 'id', value: 'x' }], 'Attribute id cannot be changed by PATCH'],
    [
      'a second address added',
      [{ op: 'add', path: 'emails', value: [{ value: 'b@x' }] }],
      'List attribute emails exceeds allowed limit of 1',
    ],
    [
      'two addresses',
      [{ op: 'replace', path: 'emails', value: [{ value: 'a', primary: true }, { value: 'b' }] }],
      'List attribute emails exceeds allowed limit of 1',
    ],
    [
      'an address that is not primary',
      [{ op: 'replace', path: 'emails', value: [{ value: 'a' }] }],
      'Attribute emails has no primary value',
    ],
    [
      'a display of an address',
      [{ op: 'replace', path: 'emails', value: [{ value: 'a', primary: true, display: 'x' }] }],
      'Attribute emails.display is not supported',
    ],
    [
      'the manager’s displayName',
      [{ op: 'add', path: `${enterprise}:manager`, value: { value: '1', displayName: 'x' } }],
      /manager\.displayName is not supported$/,
    ],
    [
      'a filter with another operator',
      [{ op: 'replace', path: 'emails[type sw "w"].value', value: 'a' }],
      'Invalid Filter format',
    ],
    [
      'a filter with and',
      [{ op: 'replace', path: 'emails[type eq "work" and primary eq true].value', value: 'a' }],
      'Invalid Filter format',
    ],
    [
      'a filter that finds nothing',
      [{ op: 'replace', path: 'emails[type eq "home"].value', value: 'a' }],
      /does not match any values/,
    ],
    ['no operations', [], 'Missing Operations in PATCH request'],
  ])('refuses %s, and changes nothing', async (_, operations, reason) => {
    const { change, reasonOf, send, id } = await open();
    const before = (await send('GET', `/Users/${id}`)).body;
    const said = await reasonOf(await change(...operations));
    expect(said).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
    expect((await send('GET', `/Users/${id}`)).body).toEqual(before);
  });

  it('changes nothing when the last of several operations is refused', async () => {
    const { change, send, id } = await open();
    expect(
      (await change({ op: 'replace', path: 'title', value: 'T' }, { op: 'replace', path: 'id', value: 'x' }))
        .status,
    ).toBe(400);
    expect((await send('GET', `/Users/${id}`)).body).not.toHaveProperty('title');
  });

  it('refuses another’s userName with 409', async () => {
    const { change, reasonOf, addUser } = await open();
    await addUser('bob@example.com');
    const answer = await change({ op: 'replace', path: 'userName', value: 'bob@example.com' });
    expect(await reasonOf(answer, 409)).toBe('Duplicate UserName');
  });

  it('loses nothing of several requests at once', async () => {
    const { change, send, id } = await open();
    const names = ['title', 'nickName', 'userType', 'locale', 'timezone'];
    await Promise.all(names.map((path) => change({ op: 'add', path, value: `new ${path}` })));
    const { body } = await send('GET', `/Users/${id}`);
    expect(names.map((name) => body[name])).toEqual(names.map((name) => `new ${name}`));
  });

  it('wants the schema of a PATCH request', async () => {
    const { send, id, reasonOf } = await open();
    const answer = await send('PATCH', `/Users/${id}`, {
      Operations: [{ op: 'replace', path: 'active', value: false }],
    });
    expect(await reasonOf(answer)).toMatch(/^Attribute schemas does not name/);
  });
});
