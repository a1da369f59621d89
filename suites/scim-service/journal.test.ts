import { appendFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createScimCaller, type SendScim } from '../../harness/flows/scim-probe/caller.ts';
import { runProbe } from '../../harness/flows/scim-probe/probe.ts';
import { createControlClient } from '../../mocks/core/control-client.ts';
import { createScimControlClient } from '../../mocks/scim/client.ts';
import { scimAddresses, scimDoubleConfig } from '../../mocks/scim/config.ts';
import { createScim } from '../../mocks/scim/double.ts';
import { clearLeftovers } from './clear-leftovers.ts';
import { journalFolder, openJournal, readLeftovers } from './journal.ts';

const token = 'a-token-of-the-test';
const config = scimDoubleConfig.parse({ tokens: [token] });
const sleep = async () => undefined;
const nobodyLives = () => false;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function world() {
  const double = createScim(config);
  const send: SendScim = async ({ url, body, ...rest }) => {
    const response = await double.fetch(
      new Request(url, { ...rest, ...(body === undefined ? {} : { body }) }),
    );
    const headers = [...response.headers].map(([name, value]) => ({ name, value }));
    return { status: response.status, headers, body: await response.text() };
  };
  const endpoint = { baseUrl: scimAddresses(config.region, config.tenantId).baseUrl, token, send };
  const scim = createScimControlClient(createControlClient((request) => double.control(request)));
  return {
    endpoint,
    scim,
    people: async () => (await scim.directory()).users.map(({ userName }) => userName),
  };
}

it('keeps what is there, and what may be, until it is removed', () => {
  const journal = openJournal(folder, 7);
  journal.intend('/Users?filter=a');
  journal.made('/Users/1');
  journal.intend('/Groups?filter=b');
  journal.made('/Groups/2');
  journal.gone('/Users/1');
  journal.intend('/Users?filter=c');
  appendFileSync(join(folder, '7.jsonl'), '{"made":"/Us');
  const [left] = readLeftovers(folder, nobodyLives);
  expect(left).toMatchObject({ targets: ['/Groups/2'], looks: ['/Users?filter=c'] });
  expect(readLeftovers(folder, (pid) => pid === 7)).toEqual([]);
  journal.close();
  expect(readLeftovers(folder, nobodyLives)).toEqual([]);
});

it('has a folder for each service, and none is known by its address', () => {
  const [one, other] = ['https://a.example/scim', 'https://b.example/scim'].map((url) =>
    journalFolder('/r', url),
  );
  expect(one).not.toBe(other);
  expect(one).not.toContain('example');
});

it('leads a later run to people of whom no answer came, and to no one else', async () => {
  const { endpoint, people } = world();
  const caller = createScimCaller({ endpoint, sleep, prefix: 'countersign-' });
  const person = (userName: string) => ({
    body: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName,
      displayName: userName,
      name: { givenName: 'Some', familyName: 'Body' },
    },
  });
  const journal = openJournal(folder, 7);
  const { body } = await caller.call('POST', '/Users', person('countersign-1'));
  journal.intend('/Users?filter=userName%20eq%20%22countersign-1%22');
  journal.made(`/Users/${(body as { id: string }).id}`);
  await caller.call('POST', '/Users', person('countersign-2'));
  journal.intend('/Users?filter=userName%20eq%20%22countersign-2%22');
  await caller.call('POST', '/Users', person('somebody-else'));
  expect(await clearLeftovers(folder, endpoint, nobodyLives, sleep)).toBe(2);
  expect(await people()).toEqual(['somebody-else']);
  expect(await readdir(folder)).toEqual([]);
});

it('is kept where the service does not remove what was left', async () => {
  const { endpoint, scim } = world();
  openJournal(folder, 7).made('/Users/1');
  await scim.setFaults([{ kind: 'fail', operations: ['DeleteUser'] }]);
  expect(await clearLeftovers(folder, endpoint, nobodyLives, sleep)).toBe(0);
  expect(await readdir(folder)).toEqual(['7.jsonl']);
});

it('is empty after a probe that was interrupted in its middle, and so is the service', async () => {
  const { endpoint, people } = world();
  const interruption = new AbortController();
  const { record, brokeOff } = await runProbe({
    endpoint,
    prefix: 'countersign-x',
    sleep,
    journal: openJournal(folder, 7),
    signal: interruption.signal,
    run: async (t) => {
      await t.user();
      await t.group();
      interruption.abort();
      await t.user();
    },
  });
  expect(brokeOff).toBe('It was interrupted.');
  expect(record.left).toEqual([]);
  expect(await people()).toEqual([]);
  const [left] = readLeftovers(folder, nobodyLives);
  expect(left).toMatchObject({ targets: [], looks: [] });
});

it('keeps nobody of a real directory in its record', async () => {
  const { endpoint } = world();
  const stranger = createScimCaller({ endpoint, sleep, prefix: 'x' });
  const { status } = await stranger.call('POST', '/Groups', {
    body: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Board of directors' },
  });
  expect(status).toBe(201);
  const { record } = await runProbe({
    endpoint,
    prefix: 'countersign-x',
    sleep,
    run: async (t) => {
      const own = await t.group();
      const { body } = await t.call('GET', '/Groups');
      t.expect('The groups', { call: 0 } as never, JSON.stringify(body).includes('Board'));
      expect(own.id).not.toBe('');
    },
  });
  expect(record.expectations[0]?.observed).toBe('true');
  expect(JSON.stringify(record.calls)).not.toContain('Board');
  expect(JSON.stringify(record.calls)).toContain('countersign-x-1');
});
