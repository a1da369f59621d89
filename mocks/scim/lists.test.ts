import { beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type World } from './testing/world.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
let world: World;
let alice: string;
let bob: string;
let team: string;
beforeAll(async () => {
  world = makeWorld();
  alice = await world.addUser('alice@example.com', { externalId: 'x1' });
  bob = await world.addUser('bob@example.com', { [enterprise]: { manager: { value: alice } } });
  team = await world.addGroup('team', [alice]);
  await world.send('POST', '/Groups', {
    displayName: 'Böse "Buben"',
    externalId: 'g2',
    members: [{ value: bob }],
  });
});

const list = (kind: string, filter: string, more = '') =>
  world.send('GET', `/${kind}?filter=${encodeURIComponent(filter)}${more}`);

describe('a filter of ListUsers', () => {
  it.each<[string, () => string, readonly string[]]>([
    ['userName', () => 'userName eq "alice@example.com"', ['alice@example.com']],
    ['userName in other case', () => 'username EQ "ALICE@example.com"', ['alice@example.com']],
    ['externalId', () => 'externalId eq "x1"', ['alice@example.com']],
    ['externalId in other case, which is another', () => 'externalId eq "X1"', []],
    ['groups.value', () => `groups.value eq "${team}"`, ['alice@example.com']],
    ['groups.value of no group', () => 'groups.value eq "none"', []],
    ['id', () => `id eq "${bob}"`, ['bob@example.com']],
    ['id and manager', () => `id eq "${bob}" and manager eq "${alice}"`, ['bob@example.com']],
    ['manager and id', () => `manager eq "${alice}" and id eq "${bob}"`, ['bob@example.com']],
    ['id and the manager of another', () => `id eq "${alice}" and manager eq "${bob}"`, []],
    [
      'the long name of manager',
      () => `id eq "${bob}" and ${enterprise}:manager.value eq "${alice}"`,
      ['bob@example.com'],
    ],
  ])('answers %s', async (_, filter, expected) => {
    const { status, body } = await list('Users', filter());
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.Resources.map((one: { userName: string }) => one.userName)).toEqual(expected);
    expect(body).toMatchObject({
      totalResults: expected.length,
      itemsPerPage: expected.length,
      startIndex: 1,
    });
  });

  it.each([
    ...['ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'].map((operator) => `userName ${operator} "a"`),
    'userName pr',
    'userName eq "a" or userName eq "b"',
    'not (userName eq "a")',
    '(userName eq "a")',
    'emails[type eq "work"]',
    'active eq true',
    'userName eq alice',
    'userName eq "alice',
    'userName eq ""x',
    'userName eq "\\q"',
    'userName',
    '"a" eq userName',
    '',
  ])('refuses «%s»: only eq joined with and', async (filter) => {
    expect(await world.reasonOf(await list('Users', filter))).toBe('Invalid Filter format');
  });

  it.each([
    'displayName eq "Alice Wong"',
    'emails.value eq "alice@example.com"',
    'name.familyName eq "Wong"',
    'active eq "true"',
    'manager eq "x"',
    'userName eq "a" and externalId eq "b"',
    'id eq "a" and id eq "b"',
    'id eq "a" and manager eq "b" and userName eq "c"',
  ])('refuses «%s»: not one of its combinations', async (filter) => {
    expect(await world.reasonOf(await list('Users', filter))).toMatch(/^Filter on .* is not supported$/);
  });
});

describe('a filter of ListGroups', () => {
  it.each<[string, () => string, readonly string[]]>([
    ['displayName', () => 'displayName eq "team"', ['team']],
    [
      'displayName with quotes and other letters',
      () => 'displayName eq "b\\u00f6se \\"buben\\""',
      ['Böse "Buben"'],
    ],
    ['externalId', () => 'externalId eq "g2"', ['Böse "Buben"']],
    ['members.value', () => `members.value eq "${alice}"`, ['team']],
    ['members', () => `members eq "${alice}"`, ['team']],
    ['id', () => `id eq "${team}"`, ['team']],
    ['id and member', () => `id eq "${team}" and members eq "${alice}"`, ['team']],
    ['member and id', () => `member eq "${alice}" and id eq "${team}"`, ['team']],
    ['id and who is no member', () => `id eq "${team}" and members eq "${bob}"`, []],
  ])('answers %s', async (_, filter, expected) => {
    const { status, body } = await list('Groups', filter());
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.Resources.map((one: { displayName: string }) => one.displayName)).toEqual(expected);
  });

  it.each(['userName eq "a"', 'displayName eq "a" and externalId eq "b"', 'meta.created eq "x"'])(
    'refuses «%s»',
    async (filter) => {
      expect(await world.reasonOf(await list('Groups', filter))).toMatch(/^Filter on .* is not supported$/);
    },
  );
});

describe('paging', () => {
  async function many(count: number): Promise<World> {
    const crowd = makeWorld();
    for (let index = 0; index < count; index += 1) await crowd.addUser(`u${index}@example.com`);
    return crowd;
  }
  const names = (body: { Resources: readonly { userName: string }[] }) =>
    body.Resources.map(({ userName }) => userName);

  it('gives a hundred at most without a cursor, and says how many there are', async () => {
    const { send } = await many(101);
    const { body } = await send('GET', '/Users');
    expect(body).toMatchObject({
      totalResults: 101,
      itemsPerPage: 100,
      startIndex: 1,
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    });
    expect(Object.keys(body)).toEqual(['totalResults', 'itemsPerPage', 'startIndex', 'schemas', 'Resources']);
    expect(body.Resources).toHaveLength(100);
  });

  it('leads through all of them by cursors, each once, though people come and go meanwhile', async () => {
    const { send, addUser } = await many(12);
    const seen: string[] = [];
    let query = 'cursor&count=5';
    for (let page = 0; page < 3; page += 1) {
      const { body } = await send('GET', `/Users?${query}`);
      seen.push(...names(body));
      expect(body).not.toHaveProperty('totalResults');
      expect(body).not.toHaveProperty('startIndex');
      expect(body.itemsPerPage).toBe(body.Resources.length);
      if (page === 0) {
        await send('DELETE', `/Users/${body.Resources[0].id}`);
        await addUser('late@example.com');
      }
      if (page === 2) expect(body).not.toHaveProperty('nextCursor');
      else expect(body.nextCursor).toMatch(/^[-a-zA-Z0-9+=/:_]+$/);
      query = `cursor=${encodeURIComponent(body.nextCursor)}&count=5`;
    }
    expect(seen).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `u${index}@example.com`),
      'late@example.com',
    ]);
  });

  it('pages what a filter finds, too', async () => {
    const crowd = await many(7);
    const { body: all } = await crowd.send('GET', '/Users');
    const id = await crowd.addGroup(
      'all',
      all.Resources.map((one: { id: string }) => one.id),
    );
    const filter = `filter=${encodeURIComponent(`groups.value eq "${id}"`)}`;
    const { body: first } = await crowd.send('GET', `/Users?cursor&count=4&${filter}`);
    const { body: second } = await crowd.send(
      'GET',
      `/Users?cursor=${encodeURIComponent(first.nextCursor)}&count=4&${filter}`,
    );
    expect([...names(first), ...names(second)]).toEqual(names(all));
    expect(second).not.toHaveProperty('nextCursor');
    const other = await crowd.send('GET', `/Users?cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(await crowd.reasonOf(other)).toBe('Parameter cursor is not valid');
  });

  it.each(['0', '101', '-1', 'ten', '1.5', ''])('refuses a count of «%s»', async (count) => {
    expect(await world.reasonOf(await world.send('GET', `/Users?count=${count}`))).toMatch(
      /^Parameter count/,
    );
  });

  it.each(['1', '100'])('takes a count of %s', async (count) => {
    expect((await world.send('GET', `/Groups?count=${count}`)).status).toBe(200);
  });

  it.each(['b l a', '%3Cscript%3E', 'QUJD', 'Zm9vOjE='])('refuses the cursor «%s»', async (cursor) => {
    expect(await world.reasonOf(await world.send('GET', `/Users?cursor=${cursor}`))).toBe(
      'Parameter cursor is not valid',
    );
  });

  it('does not support startIndex: the first page comes again', async () => {
    const { body: first } = await world.send('GET', '/Users?count=1');
    const { body: second } = await world.send('GET', '/Users?count=1&startIndex=2');
    expect(second).toEqual(first);
  });

  it('does not support attributes and excludedAttributes: everything comes', async () => {
    const { body } = await world.send('GET', '/Users?attributes=userName&excludedAttributes=displayName');
    expect(body.Resources[0]).toHaveProperty('displayName');
    expect(body.Resources[0]).toHaveProperty('name');
  });
});
