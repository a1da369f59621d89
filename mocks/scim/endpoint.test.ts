import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { mount } from '../core/mount.ts';
import { makeWorld, person, token } from './testing/world.ts';

const day = 86_400_000;

describe('the bearer token', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['no header', { authorization: '' }, /no bearer token/],
    ['another scheme', { authorization: 'Basic YTpi' }, /no bearer token/],
    ['another-token', { authorization: 'Bearer nonsense' }, /is unknown/],
    ['the token with more after it', { authorization: `Bearer ${token} x` }, /no bearer token/],
  ])('refuses %s with 401', async (_, headers, reason) => {
    const { send, reasonOf } = makeWorld();
    expect(await reasonOf(await send('GET', '/Users', undefined, headers), 401)).toMatch(reason);
  });

  it('refuses a wrong tenant id with 401, as if the token were wrong', async () => {
    const { double, baseUrl, client } = makeWorld();
    const url = baseUrl.replace(/[^/]+\/scim\/v2\/$/, 'another-tenant/scim/v2/Users');
    const answer = await double.fetch(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
    expect(answer.status).toBe(401);
    expect(await client.lastRefusal()).toBe('There is no tenant "another-tenant"');
  });

  it('lives for one year', async () => {
    const { send, wait, client, reasonOf } = makeWorld();
    wait(365 * day - 1);
    expect((await send('GET', '/Users')).status).toBe(200);
    wait(1);
    expect(await reasonOf(await send('GET', '/Users'), 401)).toBe('The bearer token token-1 is expired');
    expect(await client.tokens()).toMatchObject([{ id: 'token-1', state: 'expired' }]);
  });

  it('is one of two at most; after a rotation only the new one works', async () => {
    const { send, client } = makeWorld();
    const second = await client.createToken();
    expect(second).toMatchObject({
      id: 'token-2',
      state: 'live',
      baseUrl: expect.stringMatching(/\/scim\/v2\/$/),
    });
    await expect(client.createToken()).rejects.toThrow(/2 access tokens already/);
    const status = async (secret: string) =>
      (await send('GET', '/Users', undefined, { authorization: `Bearer ${secret}` })).status;
    expect([await status(token), await status(second.token)]).toEqual([200, 200]);
    await client.revokeToken('token-1');
    expect([await status(token), await status(second.token)]).toEqual([401, 200]);
    await client.createToken('a-third-token');
    expect(await status('a-third-token')).toBe(200);
  });

  it('is nowhere in what the endpoint keeps', async () => {
    const { send, control, client } = makeWorld();
    await send('POST', '/Users', person('alice@example.com'));
    for (const path of ['/scim/exchanges', '/scim/audit', '/scim/tokens', '/events', '/state'])
      expect(JSON.stringify(await control.get(path))).not.toContain(token);
    expect((await client.exchanges()).exchanges[0]).toMatchObject({ authorization: 'bearer', status: 201 });
  });
});

describe('an address that is not there', () => {
  it.each([
    ['GET', '/Me'],
    ['POST', '/Bulk'],
    ['POST', '/.search'],
    ['POST', '/Users/.search'],
    ['GET', '//Users'],
    ['GET', '/users'],
    ['GET', '/Users/'],
    ['GET', '/Users/1/2'],
    ['GET', ''],
    ['DELETE', '/Users'],
    ['POST', '/ServiceProviderConfig'],
  ])('%s %s is answered 404', async (method, path) => {
    const { double, baseUrl, client } = makeWorld();
    const url = baseUrl.replace(/\/$/, '') + path;
    const answer = await double.fetch(
      new Request(url, { method, headers: { authorization: `Bearer ${token}` } }),
    );
    expect(answer.status).toBe(404);
    expect((await answer.json()).schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error']);
    expect(await client.lastRefusal()).toBe(`There is no ${method} ${path}`);
  });

  it('outside of SCIM is a defect of somebody, and recorded as one', async () => {
    const { double, control } = makeWorld();
    expect((await double.fetch(new Request('https://scim.us-east-1.amazonaws.com/hello'))).status).toBe(501);
    expect(await control.get('/events')).toMatchObject([{ type: 'unknown-request' }]);
  });
});

describe('an error', () => {
  it('has the body that was recorded from AWS', async () => {
    const { send } = makeWorld();
    const { status, headers, body } = await send('GET', '/Users?filter=bad');
    const schema = ['urn:ietf:params:scim:api:messages:2.0:Error'];
    expect(status).toBe(400);
    expect(body).toEqual({
      schema,
      schemas: schema,
      detail: 'Request is unparsable, syntactically incorrect, or violates schema.',
      status: '400',
      exceptionRequestId: headers.get('x-amzn-requestid'),
      timeStamp: '2026-03-01 12:00:00.000',
    });
    expect(headers.get('content-type')).toBe('application/json');
  });

  it('is in the audit log with AWS’s name, the reason, and nothing personal', async () => {
    const { send, client, addUser, patch } = makeWorld();
    const id = await addUser('alice@example.com');
    await patch(`/Users/${id}`, {
      op: 'replace',
      path: 'emails',
      value: [{ value: 'a@x' }, { value: 'b@x' }],
    });
    await send('GET', '/Users/none');
    const [created, patched, got] = await client.audit();
    expect(created).toMatchObject({
      eventVersion: '1.10',
      eventTime: '2026-03-01T12:00:00Z',
      eventSource: 'identitystore-scim.amazonaws.com',
      eventName: 'CreateUser',
      awsRegion: 'us-east-1',
      userIdentity: { type: 'WebIdentityUser' },
      requestParameters: { httpBody: { userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' } },
      readOnly: false,
    });
    expect(created).not.toHaveProperty('errorCode');
    expect(patched).toMatchObject({
      eventName: 'PatchUser',
      userIdentity: { type: 'Unknown' },
      errorCode: 'ValidationException',
      errorMessage: 'List attribute emails exceeds allowed limit of 1',
      requestParameters: {
        id,
        httpBody: {
          operations: [
            { op: 'REPLACE', path: 'emails', value: [{ value: 'HIDDEN_DUE_TO_SECURITY_REASONS' }, {}] },
          ],
        },
      },
    });
    expect(got).toMatchObject({
      eventName: 'GetUser',
      errorCode: 'ResourceNotFoundException',
      readOnly: true,
    });
    expect(JSON.stringify(await client.audit())).not.toMatch(/alice@|a@x/);
  });
});

describe('discovery', () => {
  it('says what is supported, as AWS’s page does', async () => {
    const { send } = makeWorld();
    const { status, body } = await send('GET', '/ServiceProviderConfig');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: 50 },
      patch: { supported: true },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: false },
      authenticationSchemes: [{ type: 'oauthbearertoken', primary: true }],
    });
  });

  it('describes both resource types and three schemas, without what AWS leaves out', async () => {
    const { send } = makeWorld();
    const { body: types } = await send('GET', '/ResourceTypes');
    expect(types.Resources.map((one: { endpoint: string }) => one.endpoint)).toEqual(['/Users', '/Groups']);
    const { body } = await send('GET', '/Schemas');
    expect(body.Resources.map((one: { id: string }) => one.id)).toEqual([
      'urn:ietf:params:scim:schemas:core:2.0:User',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      'urn:ietf:params:scim:schemas:core:2.0:Group',
    ]);
    const { body: user } = await send('GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User');
    const names = user.attributes.map((one: { name: string }) => one.name);
    expect(names).toContain('emails');
    for (const name of ['photos', 'ims', 'entitlements', 'password', 'x509Certificates', 'groups'])
      expect(names).not.toContain(name);
    expect(user.attributes[0]).toMatchObject({
      name: 'userName',
      required: true,
      caseExact: false,
      mutability: 'readWrite',
      returned: 'default',
      uniqueness: 'server',
    });
    expect((await send('GET', '/Schemas/urn:none')).status).toBe(404);
  });
});

describe('throttling', () => {
  it('answers 429 as scripted, with Retry-After when told to', async () => {
    const { send, client } = makeWorld();
    await client.setFaults([
      { kind: 'throttle', operations: ['CreateUser'], skip: 1, times: 2, retryAfterSeconds: 7 },
    ]);
    const statuses: unknown[] = [];
    for (let index = 0; index < 4; index += 1) {
      const answer = await send('POST', '/Users', person(`u${index}@x`));
      statuses.push([answer.status, answer.headers.get('retry-after')]);
      expect((await send('GET', '/Users')).status).toBe(200);
    }
    expect(statuses).toEqual([
      [201, null],
      [429, '7'],
      [429, '7'],
      [201, null],
    ]);
    expect((await client.directory()).users.map(({ userName }) => userName)).toEqual(['u0@x', 'u3@x']);
    await client.setFaults([{ kind: 'throttle' }]);
    expect((await send('GET', '/Users')).headers.get('retry-after')).toBeNull();
  });

  it('answers 429 above a rate, and takes requests again when time has passed', async () => {
    const { send, client, wait } = makeWorld();
    await client.setRate({ perSecond: 2, burst: 3 });
    const status = async () => (await send('GET', '/Users')).status;
    expect([await status(), await status(), await status(), await status()]).toEqual([200, 200, 200, 429]);
    wait(500);
    expect([await status(), await status()]).toEqual([200, 429]);
    wait(60_000);
    expect([await status(), await status(), await status(), await status()]).toEqual([200, 200, 200, 429]);
    await client.setRate(null);
    expect(await status()).toBe(200);
  });
});

describe('faults', () => {
  it('answers any status of 5xx, and does nothing', async () => {
    const { send, client } = makeWorld();
    await client.setFaults([{ kind: 'fail', status: 503, retryAfterSeconds: 1 }]);
    const answer = await send('POST', '/Users', person('alice@example.com'));
    expect([answer.status, answer.body.status, answer.headers.get('retry-after')]).toEqual([503, '503', '1']);
    expect((await client.directory()).users).toEqual([]);
  });

  it.each([
    ['cut', 0, false],
    ['lose-answer', 1, true],
  ] as const)('%s drops the connection; %i users are there afterwards', async (kind, count, performed) => {
    const { double, baseUrl, client } = makeWorld();
    await client.setFaults([{ kind }]);
    await using mounted = await mount(double);
    const { pathname } = new URL(baseUrl);
    const create = async () => {
      const answer = await fetch(`${mounted.url}${pathname}Users`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(person('alice@example.com')),
      });
      return answer.text();
    };
    await expect(create()).rejects.toThrow();
    expect((await client.directory()).users).toHaveLength(count);
    expect((await client.exchanges()).exchanges).toMatchObject([
      { operation: 'CreateUser', lost: { performed } },
    ]);
    await create();
    expect((await client.directory()).users).toHaveLength(1);
  });

  it('delays an answer', async () => {
    const { send, client } = makeWorld();
    await client.setFaults([{ kind: 'delay', delayMs: 30, operations: ['ListUsers'] }]);
    const order: string[] = [];
    await Promise.all([
      send('GET', '/Users').then(() => order.push('late')),
      send('GET', '/Groups').then(() => order.push('prompt')),
    ]);
    expect(order).toEqual(['prompt', 'late']);
  });
});

describe('the record of requests', () => {
  it('has every request as it was sent and answered', async () => {
    const { send, client, baseUrl } = makeWorld();
    const filter = encodeURIComponent('userName eq "a b"');
    await send('GET', `/Users?filter=${filter}`);
    await send('POST', '/Users', person('alice@example.com'));
    const record = await client.exchanges();
    expect(record).toMatchObject({ baseUrl, dropped: 0 });
    expect(record.exchanges).toMatchObject([
      { index: 0, operation: 'ListUsers', method: 'GET', target: `/Users?filter=${filter}`, status: 200 },
      {
        index: 1,
        operation: 'CreateUser',
        method: 'POST',
        target: '/Users',
        status: 201,
        contentType: 'application/scim+json',
      },
    ]);
    expect(JSON.parse(record.exchanges[1]?.body ?? '')).toEqual(person('alice@example.com'));
    expect(JSON.parse(record.exchanges[1]?.answer ?? '').userName).toBe('alice@example.com');
    await client.clearExchanges();
    expect((await client.exchanges()).exchanges).toEqual([]);
  });

  it('says how many it has dropped', async () => {
    const { send, client } = makeWorld({ keepExchanges: 3 });
    for (let index = 0; index < 10; index += 1) await send('GET', `/Users?count=${index + 1}`);
    const { exchanges, dropped } = await client.exchanges();
    expect([exchanges.map(({ index }) => index), dropped]).toEqual([[7, 8, 9], 7]);
  });
});

describe('the double', () => {
  it('goes back to how it was created on reset, and forgets nothing on restart', async () => {
    const { send, control, client, addUser } = makeWorld();
    await addUser('alice@example.com');
    await control.send('POST', '/restart');
    expect((await client.directory()).users).toHaveLength(1);
    await client.createToken('another-token');
    await control.send('POST', '/reset');
    expect((await client.directory()).users).toEqual([]);
    expect((await send('GET', '/Users')).status).toBe(200);
    expect(await client.tokens()).toHaveLength(1);
  });

  it('runs alone', async () => {
    const child = spawn(process.execPath, ['mocks/scim/main.ts', '--config', '{"region":"eu-west-1"}'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(child.stdout, 'data');
    const ready = JSON.parse(String(line));
    const endpoint = await (await fetch(`${ready.controlUrl}/scim`)).json();
    expect(endpoint.host).toBe('scim.eu-west-1.amazonaws.com');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
