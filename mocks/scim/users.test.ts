import { describe, expect, it } from 'vitest';
import { enterprise, makeWorld, person } from './testing/world.ts';

const alice = 'alice@example.com';

describe('CreateUser', () => {
  it('answers as AWS’s example does', async () => {
    const { send, baseUrl } = makeWorld();
    // Request and answer of page "CreateUser", but for ids, times and the profile's address.
    const asked = {
      externalId: '701984',
      userName: 'bjensen',
      name: {
        formatted: 'Ms. Barbara J Jensen, III',
        familyName: 'Jensen',
        givenName: 'Barbara',
        middleName: 'Jane',
        honorificPrefix: 'Ms.',
        honorificSuffix: 'III',
      },
      displayName: 'Babs Jensen',
      nickName: 'Babs',
      emails: [{ value: 'bjensen@example.com', type: 'work', primary: true }],
      addresses: [
        {
          type: 'work',
          streetAddress: '100 Universal City Plaza',
          locality: 'Hollywood',
          region: 'CA',
          postalCode: '91608',
          country: 'USA',
          formatted: '100 Universal City Plaza Hollywood, CA 91608 USA',
          primary: true,
        },
      ],
      phoneNumbers: [{ value: '555-555-5555', type: 'work' }],
      roles: [{ value: 'Researcher', type: 'work', primary: true }],
      userType: 'Employee',
      title: 'Tour Guide',
      preferredLanguage: 'en-US',
      locale: 'en-US',
      timezone: 'America/Los_Angeles',
      active: true,
      [enterprise]: {
        employeeNumber: '701984',
        costCenter: '4130',
        organization: 'Universal Studios',
        division: 'Theme Park',
        department: 'Tour Operations',
        manager: { value: '9067729b3d-ee533c18', $ref: '../Users/9067729b3d-ee533c18' },
      },
    };
    const { status, headers, body } = await send('POST', '/Users', asked);
    expect(status).toBe(201);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(body.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual({
      id: body.id,
      meta: { resourceType: 'User', created: '2026-03-01T12:00:00Z', lastModified: '2026-03-01T12:00:00Z' },
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
      ...asked,
      [enterprise]: { ...(asked[enterprise as never] as object), manager: { value: '9067729b3d-ee533c18' } },
    });
    expect(Object.keys(body).slice(0, 5)).toEqual(['id', 'externalId', 'meta', 'schemas', 'userName']);
    expect(baseUrl.endsWith('/scim/v2/')).toBe(true);
    expect(await send('GET', `/Users/${body.id}`)).toMatchObject({ status: 200, body });
  });

  it.each([
    ['of groups', ['urn:ietf:params:scim:schemas:core:2.0:Group'], 400],
    ['that are no list', 'urn:ietf:params:scim:schemas:core:2.0:User', 400],
    ['that are left out', undefined, 201],
  ])('answers schemas %s', async (_what, schemas, status) => {
    const { send } = makeWorld();
    expect((await send('POST', '/Users', { ...person('alice'), schemas })).status).toBe(status);
  });

  it('lists both schemas even when the second holds nothing, and makes people active', async () => {
    const { send } = makeWorld();
    const { body } = await send('POST', '/Users', person(alice));
    expect(body.schemas).toEqual(['urn:ietf:params:scim:schemas:core:2.0:User', enterprise]);
    expect(body.active).toBe(true);
    expect(body).not.toHaveProperty(enterprise);
  });

  const without = (path: string) => {
    const copy: Record<string, unknown> = structuredClone(person(alice));
    const [first = '', second] = path.split('.');
    if (second === undefined) delete copy[first];
    else delete (copy[first] as Record<string, unknown>)[second];
    return copy;
  };
  it.each(['userName', 'displayName', 'name.givenName', 'name.familyName', 'name'])(
    'requires %s',
    async (path) => {
      const { send, reasonOf } = makeWorld();
      expect(await reasonOf(await send('POST', '/Users', without(path)))).toMatch(
        new RegExp(`Required attribute '${path.split('.').at(-1)}' is missing`),
      );
    },
  );

  it.each(['ims', 'photos', 'x509Certificates', 'entitlements'])('does not support %s', async (name) => {
    const { send, reasonOf } = makeWorld();
    const answer = await send('POST', '/Users', { ...person(alice), [name]: [{ value: 'x' }] });
    expect(await reasonOf(answer)).toBe(`Attribute ${name} is not supported`);
  });

  it.each<[string, object, string]>([
    ['password', { password: 'secret' }, 'password'],
    ['groups', { groups: [{ value: '1' }] }, 'groups'],
    ['emails.display', { emails: [{ value: alice, primary: true, display: 'x' }] }, 'emails.display'],
    ['addresses.display', { addresses: [{ locality: 'Bern', display: 'x' }] }, 'addresses.display'],
    ['phoneNumbers.display', { phoneNumbers: [{ value: '1', display: 'x' }] }, 'phoneNumbers.display'],
    ['roles.display', { roles: [{ value: 'r', display: 'x' }] }, 'roles.display'],
    [
      'manager.displayName',
      { [enterprise]: { manager: { value: '1', displayName: 'x' } } },
      `${enterprise}.manager.displayName`,
    ],
    ['names that no schema has', { favouriteColour: 'red' }, 'favouriteColour'],
    ['other spellings of unsupported names', { PASSWORD: 'secret' }, 'PASSWORD'],
  ])('does not support %s', async (_, more, named) => {
    const { send, reasonOf } = makeWorld();
    expect(await reasonOf(await send('POST', '/Users', { ...person(alice), ...more }))).toBe(
      `Attribute ${named} is not supported`,
    );
  });

  it.each<[string, readonly object[]]>([
    ['emails', [{ value: 'a@x', primary: true }, { value: 'b@x' }]],
    ['addresses', [{ locality: 'Bern' }, { locality: 'Basel' }]],
    ['phoneNumbers', [{ value: '1' }, { value: '2' }]],
    ['roles', [{ value: 'a' }, { value: 'b' }]],
  ])('takes one value of %s', async (name, values) => {
    const { send, reasonOf } = makeWorld();
    const two = await send('POST', '/Users', { ...person(alice), [name]: values });
    // The text is that of AWS's audit log.
    expect(await reasonOf(two)).toBe(`List attribute ${name} exceeds allowed limit of 1`);
    expect((await send('POST', '/Users', { ...person(alice), [name]: values.slice(0, 1) })).status).toBe(201);
  });

  it.each([[{ value: alice }], [{ value: alice, primary: false }]])(
    'takes an e-mail address only when it is primary: %j',
    async (email) => {
      const { send, reasonOf } = makeWorld();
      const answer = await send('POST', '/Users', { ...person(alice), emails: [email] });
      expect(await reasonOf(answer)).toBe('Attribute emails has no primary value');
    },
  );

  it('takes somebody without an address', async () => {
    const { send } = makeWorld();
    const { emails: _, ...rest } = person(alice);
    expect((await send('POST', '/Users', rest)).body).not.toHaveProperty('emails');
    expect((await send('POST', '/Users', { ...rest, userName: 'b', emails: [] })).body).not.toHaveProperty(
      'emails',
    );
  });

  it.each<[string, object, RegExp]>([
    [
      'an empty text',
      { name: { givenName: 'A', familyName: '' } },
      /^2 validation errors detected: Value at 'name\.familyName' failed to satisfy constraint: Member must have length greater than or equal to 1; .*regular expression pattern: \[\\p\{L\}/,
    ],
    ['null', { nickName: null }, /^1 validation errors detected: Value at 'nickName'.*must not be null$/],
    ['control characters', { title: 'a\u0007b' }, /^1 .*'title'.*pattern/],
    ['more than 1024 characters', { title: 'x'.repeat(1025) }, /length less than or equal to 1024$/],
    ['white space in a userName', { userName: 'alice wong' }, /'userName'.*pattern: \[\\p\{L\}/],
    ['a userName of more than 128 characters', { userName: 'x'.repeat(129) }, /less than or equal to 128$/],
    ['a text where a truth value belongs', { active: 'true' }, /'active' expected value type 'boolean'/],
    ['one address where a list belongs', { emails: { value: 'a' } }, /'emails' expected to be a collection/],
  ])('refuses %s', async (_, more, reason) => {
    const { send, reasonOf } = makeWorld();
    expect(await reasonOf(await send('POST', '/Users', { ...person(alice), ...more }))).toMatch(reason);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['what is no JSON', '{"userName"', {}, 'Invalid JSON from RequestBody'],
    ['a list', '[]', {}, 'Invalid JSON from RequestBody'],
    ['nothing', '', {}, 'Invalid JSON from RequestBody'],
    [
      'a form',
      'userName=a',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'Content-Type "application/x-www-form-urlencoded" is not application/scim+json or application/json',
    ],
    ['more than a megabyte', `{"a":"${'x'.repeat(1024 * 1024)}"}`, {}, 'Body is longer than 1048576 bytes'],
  ])('refuses %s', async (_, text, headers, reason) => {
    const { send, reasonOf } = makeWorld();
    expect(await reasonOf(await send('POST', '/Users', text, headers))).toBe(reason);
  });

  it('takes both media types, with parameters', async () => {
    const { send } = makeWorld();
    for (const [index, type] of ['application/json; charset=utf-8', 'application/scim+json'].entries())
      expect((await send('POST', '/Users', person(`a${index}@x`), { 'content-type': type })).status).toBe(
        201,
      );
  });

  it('keeps letters of every script as they are', async () => {
    const { send, addUser } = makeWorld();
    const name = { givenName: 'Zoë', familyName: '王 小明' };
    const id = await addUser('zoë@例え.jp', { name, displayName: 'Zoë 😀' });
    expect((await send('GET', `/Users/${id}`)).body).toMatchObject({
      userName: 'zoë@例え.jp',
      name,
      displayName: 'Zoë 😀',
    });
  });

  it.each<[string, object]>([
    ['userName', person(alice)],
    ['userName in other case', person('ALICE@example.com')],
    ['externalId', { ...person('bob@example.com'), externalId: 'x1' }],
  ])('refuses a duplicate %s with 409', async (_, body) => {
    const { send, addUser, reasonOf } = makeWorld();
    await addUser(alice, { externalId: 'x1' });
    const answer = await send('POST', '/Users', body);
    expect(await reasonOf(answer, 409)).toMatch(/^Duplicate (UserName|ExternalId)$/);
    expect(answer.body.detail).toBe('Refused to create a new, duplicate resource.');
  });

  it('does not take an externalId in other case for the same', async () => {
    const { addUser } = makeWorld();
    await addUser(alice, { externalId: 'x1' });
    await addUser('bob@example.com', { externalId: 'X1' });
  });

  it('gives a name free again when its owner is deleted, with a new id', async () => {
    const { send, addUser } = makeWorld();
    const first = await addUser(alice, { externalId: 'x1' });
    expect((await send('DELETE', `/Users/${first}`)).status).toBe(204);
    expect(await addUser(alice, { externalId: 'x1' })).not.toBe(first);
  });
});

describe('GetUser, PutUser, DeleteUser', () => {
  it('answers 404 for an id that is not there', async () => {
    const { send, patch, reasonOf } = makeWorld();
    for (const answer of [
      await send('GET', '/Users/none'),
      await send('PUT', '/Users/none', person(alice)),
      await send('DELETE', '/Users/none'),
      await patch('/Users/none', { op: 'replace', path: 'active', value: false }),
    ])
      expect(await reasonOf(answer, 404)).toBe('There is no user "none"');
  });

  it('overwrites: what is left out is gone, the id and the time of creation stay', async () => {
    const { send, addUser, wait } = makeWorld();
    const id = await addUser(alice, { nickName: 'Al', externalId: 'x1' });
    wait(60_000);
    const { status, body } = await send('PUT', `/Users/${id}`, {
      id,
      ...person('ally@example.com'),
      meta: {},
      schemas: [],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      userName: 'ally@example.com',
      meta: { created: '2026-03-01T12:00:00Z', lastModified: '2026-03-01T12:01:00Z' },
    });
    expect(body).not.toHaveProperty('nickName');
    expect(body).not.toHaveProperty('externalId');
    await addUser(alice);
  });

  it('wants the id in the body, if there is one, to be that of the address', async () => {
    const { send, addUser, reasonOf } = makeWorld();
    const id = await addUser(alice);
    const answer = await send('PUT', `/Users/${id}`, { ...person(alice), id: 'another' });
    expect(await reasonOf(answer)).toBe('Attribute id is not the one in the address');
  });

  it('refuses another’s name on PUT, and keeps what was there', async () => {
    const { send, addUser, reasonOf } = makeWorld();
    await addUser('bob@example.com');
    const id = await addUser(alice);
    const answer = await send('PUT', `/Users/${id}`, person('BOB@example.com'));
    expect(await reasonOf(answer, 409)).toBe('Duplicate UserName');
    expect((await send('GET', `/Users/${id}`)).body.userName).toBe(alice);
  });

  it('may be renamed to another spelling of the same name', async () => {
    const { send, addUser } = makeWorld();
    const id = await addUser(alice);
    expect((await send('PUT', `/Users/${id}`, person('Alice@Example.com'))).body.userName).toBe(
      'Alice@Example.com',
    );
  });

  it('is gone after DELETE, also from its groups', async () => {
    const { send, addUser, addGroup, client } = makeWorld();
    const id = await addUser(alice);
    await addGroup('team', [id]);
    await send('DELETE', `/Users/${id}`);
    expect((await send('GET', `/Users/${id}`)).status).toBe(404);
    expect((await client.directory()).groups[0]?.members).toEqual([]);
  });
});
