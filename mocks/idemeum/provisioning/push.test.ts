import { describe, expect, it } from 'vitest';
import { person as byHand } from '../../scim/testing/world.ts';
import { crowd, desire, makePushWorld, someone, sorted } from '../testing/push-world.ts';

const team = (id: string, members: readonly string[], name = id) => ({ id, name, members: [...members] });
const alice = someone('alice', { lastName: 'Wong' });
const bob = someone('bob', { lastName: 'Okafor' });

describe('a push', () => {
  it('brings people, groups and memberships to the service, and a second one changes nothing', async () => {
    const { push, state, client } = makePushWorld();
    const wanted = desire(
      [alice, bob],
      [team('cloud', ['alice', 'bob'], 'Cloud'), team('ops', [], 'Operations')],
    );
    expect(await push(wanted)).toMatchObject({
      users: { created: 2, updated: 0, deactivated: 0, removed: 0, unchanged: 0 },
      groups: { created: 2 },
      members: { added: 2, removed: 0 },
      failures: [],
      retries: 0,
    });
    expect(sorted(await state())).toEqual(sorted(wanted));
    await client.clearExchanges();
    expect(await push(wanted)).toMatchObject({
      users: { created: 0, updated: 0, unchanged: 2 },
      groups: { created: 0, updated: 0, unchanged: 2 },
      members: { added: 0, removed: 0 },
    });
    expect(new Set((await client.exchanges()).exchanges.map(({ method }) => method))).toEqual(
      new Set(['GET']),
    );
  });

  it('makes people before memberships', async () => {
    const { push, client } = makePushWorld();
    await push(desire([alice, bob], [team('cloud', ['alice', 'bob'])]));
    const order = (await client.exchanges()).exchanges.map(({ operation }) => operation);
    expect(order.lastIndexOf('CreateUser')).toBeLessThan(order.indexOf('CreateGroup'));
    expect(order.lastIndexOf('CreateGroup')).toBeLessThan(order.indexOf('PatchGroup'));
  });

  it.each(['', '/'])('takes a base URL that ends with «%s»', async (end) => {
    const { push, baseUrl, client } = makePushWorld();
    await push(desire([alice]), { baseUrl: baseUrl.replace(/\/$/, '') + end });
    for (const { target } of (await client.exchanges()).exchanges) expect(target).toMatch(/^\/[A-Z]/);
    expect((await client.directory()).users).toHaveLength(1);
  });

  it('pushes a thousand people and a group of five hundred within the limits of a request', async () => {
    const { push, state, client } = makePushWorld();
    const people = crowd(1000);
    const wanted = desire(people, [
      team(
        'all',
        people.slice(0, 500).map(({ id }) => id),
      ),
    ]);
    expect(await push(wanted)).toMatchObject({
      users: { created: 1000 },
      members: { added: 500 },
      failures: [],
    });
    expect(sorted(await state())).toEqual(sorted(wanted));
    const patches = (await client.exchanges()).exchanges.filter(
      ({ operation }) => operation === 'PatchGroup',
    );
    expect(patches.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    const half = desire(people, [
      team(
        'all',
        people.slice(250, 500).map(({ id }) => id),
      ),
    ]);
    expect(await push(half)).toMatchObject({
      members: { added: 0, removed: 250 },
      users: { unchanged: 1000 },
    });
    expect(sorted(await state())).toEqual(sorted(half));
  });

  it('leaves groups alone when group provisioning is off', async () => {
    const { push, client } = makePushWorld();
    await push(desire([alice], [team('cloud', ['alice'])], { groups: false }), { groups: false });
    expect((await client.exchanges()).exchanges.map(({ operation }) => operation)).toEqual([
      'ListUsers',
      'CreateUser',
    ]);
  });

  it('keeps case and letters of every script', async () => {
    const { push, state } = makePushWorld();
    const people = [
      someone('zoe', { email: 'Zoë.Müller@example.com', firstName: 'Zoë', lastName: 'Müller' }),
      someone('wang', { firstName: '小明', lastName: '王', email: 'wang@例え.jp' }),
      someone('quote', { firstName: 'O"Neil', lastName: "O'Brien\\", email: 'o"neil@example.com' }),
    ];
    const wanted = desire(people, [team('uml', ['zoe', 'wang', 'quote'], 'Größe "XL"')]);
    await push(wanted);
    expect(sorted(await state())).toEqual(sorted(wanted));
    expect(await push(wanted)).toMatchObject({ users: { unchanged: 3 }, failures: [] });
  });
});

describe('a mover', () => {
  it('gets the new name, address and groups, and loses the old group', async () => {
    const { push, state, client } = makePushWorld();
    await push(desire([alice, bob], [team('cloud', ['alice', 'bob']), team('ops', [])]));
    const { id } = (await client.directory()).users[0] ?? {};
    const moved = { ...alice, email: 'alice.smith@example.com', lastName: 'Smith' };
    const wanted = desire([moved, bob], [team('cloud', ['bob']), team('ops', ['alice'])]);
    expect(await push(wanted)).toMatchObject({
      users: { updated: 1, unchanged: 1 },
      members: { added: 1, removed: 1 },
    });
    expect(sorted(await state())).toEqual(sorted(wanted));
    expect((await client.directory()).users[0]?.id).toBe(id);
  });

  it('may take over the address of somebody who moves away from it', async () => {
    const { push, state } = makePushWorld();
    await push(desire([alice, bob]));
    const wanted = desire([
      { ...alice, email: bob.email },
      { ...bob, email: 'robert@example.com' },
    ]);
    expect(await push(wanted)).toMatchObject({ users: { updated: 2 }, failures: [] });
    expect(sorted(await state())).toEqual(sorted(wanted));
  });

  it('may take over the address of somebody who left', async () => {
    const { push, state } = makePushWorld();
    await push(desire([alice, bob]));
    const wanted = desire([{ ...alice, email: bob.email }]);
    expect(await push(wanted)).toMatchObject({ users: { removed: 1, updated: 1 }, failures: [] });
    expect(sorted(await state())).toEqual(sorted(wanted));
  });

  it('who only changes the case of a name is changed, not made again', async () => {
    const { push, client } = makePushWorld();
    await push(desire([alice]));
    await push(desire([{ ...alice, email: 'Alice@Example.com' }]));
    expect((await client.directory()).users).toMatchObject([{ userName: 'Alice@Example.com' }]);
  });
});

describe('a leaver', () => {
  it('is switched off when disabled, and on again when enabled', async () => {
    const { push, state } = makePushWorld();
    await push(desire([alice, bob], [team('cloud', ['alice'])]));
    const off = desire([{ ...alice, enabled: false }, bob], [team('cloud', ['alice'])]);
    expect(await push(off)).toMatchObject({ users: { deactivated: 1, unchanged: 1 } });
    expect((await state()).users.map(({ active }) => active)).toEqual([false, true]);
    expect(await push(desire([alice, bob], [team('cloud', ['alice'])]))).toMatchObject({
      users: { updated: 1 },
    });
  });

  it('is removed when deleted, also from groups', async () => {
    const { push, state } = makePushWorld();
    await push(desire([alice, bob], [team('cloud', ['alice', 'bob'])]));
    expect(await push(desire([bob], [team('cloud', ['bob'])]))).toMatchObject({
      users: { removed: 1 },
      failures: [],
    });
    expect(sorted(await state())).toEqual(sorted(desire([bob], [team('cloud', ['bob'])])));
  });

  it('is only switched off when the product is set to that, once', async () => {
    const { push, state } = makePushWorld();
    await push(desire([alice, bob]));
    expect(await push(desire([bob]), { onRemoval: 'deactivate' })).toMatchObject({
      users: { deactivated: 1, removed: 0 },
    });
    expect((await state()).users.find(({ userName }) => userName === alice.email)?.active).toBe(false);
    expect(await push(desire([bob]), { onRemoval: 'deactivate' })).toMatchObject({
      users: { deactivated: 0 },
    });
  });

  it('who loses the entitlement only is switched off and taken out of groups; a stranger is not made', async () => {
    const { push, client } = makePushWorld();
    const groups = [team('cloud', ['alice', 'bob'])];
    await push(desire([alice, bob], groups));
    const carol = someone('carol');
    const { buildDesired } = await import('./desired.ts');
    const { provisioningSchema } = await import('./settings.ts');
    const settings = provisioningSchema.parse({ baseUrl: 'https://x', accessToken: 'x' });
    const wanted = buildDesired({
      people: [alice, bob, carol],
      groups,
      entitled: new Set(['bob']),
      pushed: ['cloud'],
      settings,
    });
    expect(await push(wanted)).toMatchObject({
      users: { deactivated: 1, created: 0 },
      members: { removed: 1 },
    });
    expect(await client.directory()).toMatchObject({
      users: [
        { userName: alice.email, active: false },
        { userName: bob.email, active: true },
      ],
      groups: [{ members: [bob.email] }],
    });
    expect(await push(wanted)).toMatchObject({ users: { deactivated: 0 }, members: { removed: 0 } });
  });
});

describe('a group', () => {
  it('is renamed, emptied and removed', async () => {
    const { push, client } = makePushWorld();
    await push(desire([alice], [team('cloud', ['alice'], 'Cloud')]));
    const { id } = (await client.directory()).groups[0] ?? {};
    expect(await push(desire([alice], [team('cloud', ['alice'], 'Platform')]))).toMatchObject({
      groups: { updated: 1 },
    });
    expect((await client.directory()).groups).toMatchObject([
      { id, displayName: 'Platform', members: [alice.email] },
    ]);
    expect(await push(desire([alice], [team('cloud', [], 'Platform')]))).toMatchObject({
      members: { removed: 1 },
    });
    expect((await client.directory()).groups[0]?.members).toEqual([]);
    expect(await push(desire([alice]))).toMatchObject({ groups: { removed: 1 } });
    expect((await client.directory()).groups).toEqual([]);
  });
});

describe('what others made', () => {
  it('is taken over when it has the name of somebody of ours, and left alone when not', async () => {
    const { push, send, client, addGroup } = makePushWorld();
    const made = await send('POST', '/Users', byHand(alice.email));
    const carol = await send('POST', '/Users', byHand('carol@example.com'));
    await addGroup('Cloud', [carol.body.id]);
    await addGroup('Finance', [carol.body.id]);
    const report = await push(desire([alice], [team('cloud', ['alice'], 'Cloud')]));
    expect(report).toMatchObject({
      users: { created: 0, updated: 1 },
      groups: { created: 0, updated: 1 },
      failures: [],
    });
    const { users, groups } = await client.directory();
    expect(users).toMatchObject([
      { id: made.body.id, externalId: 'idemeum-alice', userName: alice.email },
      { id: carol.body.id, userName: 'carol@example.com', active: true },
    ]);
    expect(groups).toMatchObject([
      { displayName: 'Cloud', members: [alice.email] },
      { displayName: 'Finance', members: ['carol@example.com'] },
    ]);
    await push(desire([]));
    expect((await client.directory()).users.map(({ userName }) => userName)).toEqual(['carol@example.com']);
  });

  it('is not switched off because somebody without entitlement has the same name', async () => {
    const { push, send, client } = makePushWorld();
    await send('POST', '/Users', byHand(alice.email));
    const [user] = desire([alice]).users;
    if (user === undefined) throw new Error('Nobody is desired.');
    await push({ users: [{ ...user, active: false, isOnlyKnown: true }], groups: [] });
    expect((await client.directory()).users).toMatchObject([{ userName: alice.email, active: true }]);
  });
});

describe('a service that throttles', () => {
  it('is asked again when it wants to be', async () => {
    const { push, client, waits, state } = makePushWorld();
    await client.setFaults([
      { kind: 'throttle', operations: ['CreateUser'], times: 2, retryAfterSeconds: 7 },
    ]);
    expect(await push(desire([alice]))).toMatchObject({ users: { created: 1 }, retries: 2 });
    expect(waits).toEqual([7000, 7000]);
    expect((await state()).users).toHaveLength(1);
  });

  it('is asked again after longer and longer waits when it names none', async () => {
    const { push, client, waits } = makePushWorld();
    await client.setFaults([{ kind: 'throttle', times: 5 }]);
    await push(desire([alice]));
    expect(waits).toEqual([250, 500, 1000, 2000, 4000]);
  });

  it('gets the whole push through at its own rate', async () => {
    const { push, client, state, served } = makePushWorld();
    await client.setRate({ perSecond: 5, burst: 10 });
    const people = crowd(100);
    const wanted = desire(people, [
      team(
        'all',
        people.map(({ id }) => id),
      ),
    ]);
    const report = await push(wanted);
    expect(report).toMatchObject({ users: { created: 100 }, failures: [] });
    expect(report).not.toHaveProperty('brokeOff');
    expect(report.retries).toBeGreaterThan(0);
    expect(report.requests).toBe(served());
    expect(sorted(await state())).toEqual(sorted(wanted));
  });

  it('is left alone when it asks for more patience than there is', async () => {
    const { push, client, waits } = makePushWorld();
    await client.setFaults([{ kind: 'throttle', retryAfterSeconds: 3600 }]);
    expect((await push(desire([alice]))).brokeOff).toMatch(/come back in 3600 seconds/);
    expect(waits).toEqual([]);
  });
});

describe('a service that fails', () => {
  it.each([500, 502, 503, 504])('with %i is asked again', async (status) => {
    const { push, client, state } = makePushWorld();
    await client.setFaults([
      { kind: 'fail', status, operations: ['ListUsers'] },
      { kind: 'fail', status, operations: ['CreateUser'], times: 2 },
      { kind: 'fail', status, operations: ['PatchGroup'] },
    ]);
    const wanted = desire([alice], [team('cloud', ['alice'])]);
    expect(await push(wanted)).toMatchObject({ users: { created: 1 }, members: { added: 1 }, failures: [] });
    expect(sorted(await state())).toEqual(sorted(wanted));
  });

  it('for good stops the push, which says so and can be run again', async () => {
    const { push, client, state } = makePushWorld();
    await client.setFaults([{ kind: 'fail', status: 503, operations: ['CreateGroup'], times: 1000 }]);
    const wanted = desire([alice], [team('cloud', ['alice'])]);
    const report = await push(wanted);
    expect(report.brokeOff).toMatch(
      /^POST \/Groups was not answered in 8 attempts \(last: 503\)\. Push again later/,
    );
    expect(report).toMatchObject({ users: { created: 1 }, groups: { created: 0 } });
    await client.setFaults([]);
    expect(await push(wanted)).toMatchObject({ users: { created: 0, unchanged: 1 }, groups: { created: 1 } });
    expect(sorted(await state())).toEqual(sorted(wanted));
  });
});

describe('an answer that is lost', () => {
  it.each(['cut', 'lose-answer'] as const)('(%s) leaves nothing doubled and nothing out', async (kind) => {
    const { push, client, state } = makePushWorld();
    const people = [alice, bob, someone('carol')];
    await push(
      desire([...people.slice(1), someone('dave')], [team('cloud', ['bob', 'dave']), team('old', [])]),
    );
    await client.setFaults(
      (
        [
          'ListUsers',
          'CreateUser',
          'PatchUser',
          'DeleteUser',
          'ListGroups',
          'CreateGroup',
          'PatchGroup',
          'DeleteGroup',
        ] as const
      ).map((operation) => ({ kind, operations: [operation], times: 2 })),
    );
    const wanted = desire(
      [alice, { ...bob, lastName: 'Changed' }, someone('carol')],
      [team('cloud', ['alice', 'carol'], 'Renamed'), team('new', ['bob'])],
    );
    const report = await push(wanted);
    expect(report).toMatchObject({ failures: [] });
    expect(report).not.toHaveProperty('brokeOff');
    expect(sorted(await state())).toEqual(sorted(wanted));
    expect(
      (await client.exchanges()).exchanges.filter(({ lost }) => lost !== undefined).length,
    ).toBeGreaterThanOrEqual(14);
  });

  it('to a creation is looked up before anything is made again', async () => {
    const { push, client } = makePushWorld();
    await client.setFaults([{ kind: 'lose-answer', operations: ['CreateUser'] }]);
    await push(desire([alice]));
    const { exchanges } = await client.exchanges();
    expect(exchanges.map(({ operation }) => operation)).toEqual([
      'ListUsers',
      'CreateUser',
      'ListUsers',
      'ListGroups',
    ]);
    expect(decodeURIComponent(exchanges[2]?.target ?? '')).toBe(
      '/Users?filter=externalId eq "idemeum-alice"',
    );
  });
});

describe('a token', () => {
  it('that expires in the middle stops the push; with a new one it is finished', async () => {
    const { push, client, state, control, double, baseUrl } = makePushWorld();
    const people = crowd(20);
    const wanted = desire(people, [
      team(
        'all',
        people.map(({ id }) => id),
      ),
    ]);
    const { push: run } = await import('./push.ts');
    const { provisioningSchema, retryPolicy } = await import('./settings.ts');
    let sent = 0;
    const report = await run({
      settings: provisioningSchema.parse({ baseUrl, accessToken: 'a-token-for-tests' }),
      desired: wanted,
      send: async (request) => {
        sent += 1;
        if (sent === 10) await control.send('PUT', '/clock', { offsetMs: 366 * 86_400_000 });
        return double.fetch(request);
      },
      policy: retryPolicy,
      sleep: () => Promise.reject(new Error('There is nothing to wait for.')),
      random: () => 0,
      now: Date.now,
    });
    expect(report.brokeOff).toMatch(
      /does not take the access token.*Generate a new one in IAM Identity Center/,
    );
    expect(report.users.created).toBe(8);
    await client.revokeToken('token-1');
    const { token } = await client.createToken();
    expect(await push(wanted, { accessToken: token })).toMatchObject({
      users: { created: 12, unchanged: 8 },
    });
    expect(sorted(await state())).toEqual(sorted(wanted));
  });
});

describe('somebody whom the service does not take', () => {
  it('is reported with what it said, and does not keep the others away', async () => {
    const { push, state } = makePushWorld();
    const nameless = someone('nameless', { lastName: '' });
    const spaced = someone('spaced', { email: 'two words@example.com' });
    const people = [nameless, alice, spaced];
    const report = await push(
      desire(people, [
        team(
          'all',
          people.map(({ id }) => id),
        ),
      ]),
    );
    expect(report.failures).toEqual([
      {
        what: 'user',
        name: 'nameless@example.com',
        status: 400,
        message: 'Request is unparsable, syntactically incorrect, or violates schema.',
      },
      expect.objectContaining({ name: 'two words@example.com', status: 400 }),
    ]);
    expect(sorted(await state())).toEqual(sorted(desire([alice], [team('all', ['alice'])])));
  });

  it('because another of ours has the name is reported as that', async () => {
    const { push } = makePushWorld();
    await push(desire([alice]));
    const twin = { ...bob, email: alice.email };
    const report = await push(desire([alice, twin]));
    expect(report.failures).toEqual([
      {
        what: 'user',
        name: alice.email,
        status: 409,
        message: 'Another provisioned user has the name "alice@example.com".',
      },
    ]);
  });
});

it('says what to compare when the address is wrong', async () => {
  const { push, baseUrl } = makePushWorld();
  expect(
    (await push(desire([alice]), { baseUrl: baseUrl.replace('/scim/v2/', '/scim/v2/extra/') })).brokeOff,
  ).toMatch(/answered 404 when asked for Users\. Compare the SCIM Base URL/);
});
