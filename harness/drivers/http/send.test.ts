import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openCanary } from './canary.ts';
import { openHttpSend } from './send.ts';

const open = new Set<() => Promise<unknown>>();
afterEach(async () => {
  for (const close of open) await close();
  open.clear();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.add(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP listener's address is never a string
}

test('sends method, path, headers and body as given, and gives every Set-Cookie line back', async () => {
  const base = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(302, { location: '/x', 'set-cookie': ['a=1', 'b=2; Path=/'] });
      response.end(
        JSON.stringify([
          request.method,
          request.url,
          request.headers['x-one'],
          Buffer.concat(chunks).toString(),
        ]),
      );
    });
  });
  await using http = openHttpSend();
  const answer = await http.send(
    new Request(`${base}/acs?q=%2e`, { method: 'PUT', headers: { 'x-one': '1' }, body: 'text' }),
  );
  expect(answer.status).toBe(302);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2; Path=/']);
  expect(await answer.json()).toEqual(['PUT', '/acs?q=%2e', '1', 'text']);
});

test('a routed name reaches the double behind it, which is told the name', async () => {
  const base = await serve((request, response) => {
    response.end(JSON.stringify([request.headers['x-forwarded-host'], request.headers['x-forwarded-proto']]));
  });
  await using http = openHttpSend({ routes: { 'app.countersign.test': base } });
  const answer = await http.send(new Request('https://app.countersign.test/'));
  expect(await answer.json()).toEqual(['app.countersign.test', 'https']);
});

test('an answer that never comes is an error of its own kind', async () => {
  const base = await serve(() => undefined);
  await using http = openHttpSend({ timeoutMs: 50 });
  await expect(http.send(new Request(base))).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('an answer larger than the bound is cut off', async () => {
  const base = await serve((_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
    };
    response.on('drain', more);
    response.on('error', () => undefined);
    more();
  });
  await using http = openHttpSend({ maxBodyBytes: 100_000 });
  const answer = await http.send(new Request(base));
  expect((await answer.text()).length).toBe(100_000);
});

test('the canary tells which attempt’s address was fetched', async () => {
  await using canary = await openCanary();
  const [bait, again, other] = ['parser/entity', 'parser/entity', 'parser/entity-external'].map(canary.lay);
  expect(bait?.wasFetched()).toBe(false);
  await fetch(`${bait?.url}/file.dtd?x`);
  expect([bait, again, other].map((one) => one?.wasFetched())).toEqual([true, false, false]);
});
