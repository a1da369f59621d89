import { X509Certificate } from 'node:crypto';
import { html } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { createClock } from './clock.ts';
import { ControlError, createControl } from './control.ts';
import { createControlClient } from './control-client.ts';
import { createEventLog } from './event-log.ts';
import { createFaults } from './faults.ts';
import { createIds } from './ids.ts';
import { createSigningKey } from './keys.ts';
import { mount } from './mount.ts';
import { respondPage, securityHeaders } from './page.ts';
import { toPublicRequest } from './public-url.ts';
import { findXmlProblem } from './well-formed.ts';

function makeDouble() {
  const clock = createClock(() => Date.UTC(2026, 0, 1));
  const events = createEventLog(clock.now);
  const faults = createFaults('idp');
  let resets = 0;
  const fetch = createApp({
    events,
    faults,
    routes: (app) => {
      app.get('/url', (c) => c.text(c.req.url));
      app.post('/echo', async (c) => c.text(await c.req.text()));
      app.get('/page', () =>
        respondPage({ title: 'A <page>', body: html`<h1>${'<script>'}</h1>` }, { nonce: 'n0' }),
      );
      app.get('/cookies', (c) => {
        c.header('set-cookie', 'a=1; Path=/; Secure; SameSite=Lax', { append: true });
        c.header('set-cookie', 'b=2; Secure', { append: true });
        return c.text('ok');
      });
      app.get('/broken', () => {
        throw new Error('private detail');
      });
    },
  });
  const control = createControl({
    name: 'sample',
    clock,
    events,
    faults,
    reset: () => {
      resets += 1;
    },
    restart: () => {},
    state: () => ({ resets }),
    routes: (app) =>
      app.get('/gone', () => {
        throw new ControlError(404, 'There is no such thing.');
      }),
  });
  const double = {
    name: 'sample',
    hosts: ['acme.example'],
    fetch,
    control: async (request: Request) => control.fetch(request),
  };
  return { double, clock, events, client: createControlClient(double.control) };
}

describe('a mounted double', () => {
  it('sees the public URL that the front door forwards, keeps bodies and cookie lines, and closes', async () => {
    const { double } = makeDouble();
    const mounted = await mount(double);
    const forwarded = { 'x-forwarded-host': 'acme.example', 'x-forwarded-proto': 'https' };
    const url = await fetch(`${mounted.url}/url?a=b%2Fc`, { headers: forwarded });
    expect(await url.text()).toBe('https://acme.example/url?a=b%2Fc');
    const echo = await fetch(`${mounted.url}/echo`, { method: 'POST', body: 'grüße', headers: forwarded });
    expect(await echo.text()).toBe('grüße');
    const cookies = await fetch(`${mounted.url}/cookies`);
    expect(cookies.headers.getSetCookie()).toHaveLength(2);
    expect(await createControlClient(mounted.controlUrl).get('/health')).toEqual({
      ok: true,
      name: 'sample',
    });
    await mounted[Symbol.asyncDispose]();
    await expect(fetch(`${mounted.url}/url`)).rejects.toThrow();
  });

  it('does not let a caller choose a host that is not its own', () => {
    const foreign = new Request('http://127.0.0.1:1/x', { headers: { 'x-forwarded-host': 'evil.example' } });
    expect(toPublicRequest(foreign, ['acme.example']).url).toBe('http://127.0.0.1:1/x');
    const slashes = new Request('http://127.0.0.1:1//evil.example/x', {
      headers: { 'x-forwarded-host': 'acme.example' },
    });
    expect(toPublicRequest(slashes, ['acme.example']).url).toBe('https://acme.example//evil.example/x');
  });
});

describe('the public part', () => {
  it('answers an unknown request with 501 and records it', async () => {
    const { double, client } = makeDouble();
    const answer = await double.fetch(new Request('https://acme.example/nowhere?secret=1'));
    expect(answer.status).toBe(501);
    expect(await client.get('/events')).toMatchObject([
      { type: 'unknown-request', data: { method: 'GET', path: '/nowhere' } },
    ]);
  });

  it('keeps the detail of a defect off the page and in the log', async () => {
    const { double, events } = makeDouble();
    const answer = await double.fetch(new Request('https://acme.example/broken'));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('private');
    expect(events.list()[0]?.reason).toContain('private detail');
  });

  it('sends the security headers on every answer and escapes what a page shows', async () => {
    const { double } = makeDouble();
    const page = await double.fetch(new Request('https://acme.example/page'));
    for (const [name, value] of Object.entries(securityHeaders)) expect(page.headers.get(name)).toBe(value);
    expect(page.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'nonce-n0'",
    );
    const text = await page.text();
    expect(text).toContain('<title>A &lt;page&gt;</title>');
    expect(text).toContain('<h1>&lt;script&gt;</h1>');
    const plain = await double.fetch(new Request('https://acme.example/url'));
    expect(plain.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the control API', () => {
  it('moves the clock and shows it', async () => {
    const { client, clock } = makeDouble();
    await client.send('PUT', '/clock', { offsetMs: 60_000 });
    expect(clock.now()).toBe(Date.UTC(2026, 0, 1, 0, 1));
    expect(await client.get('/state')).toMatchObject({ now: '2026-01-01T00:01:00.000Z', offsetMs: 60_000 });
  });

  it('resets clock, faults, events and the double itself', async () => {
    const { client } = makeDouble();
    await client.send('PUT', '/clock', { offsetMs: 5 });
    await client.send('PUT', '/faults', [{ path: '/', status: 503 }]);
    await client.send('POST', '/reset');
    expect(await client.get('/state')).toMatchObject({ offsetMs: 0, faults: [], resets: 1 });
  });

  it('refuses a body that does not fit, an unknown path, and passes on an own refusal', async () => {
    const { client } = makeDouble();
    await expect(client.send('PUT', '/clock', { offset: 1 })).rejects.toThrow(/answered 400.*offsetMs/s);
    await expect(client.send('PUT', '/faults', [{ path: '/', colour: 'red' }])).rejects.toThrow(/400/);
    await expect(client.get('/nothing')).rejects.toThrow(/404.*no GET \/nothing/);
    await expect(client.get('/gone')).rejects.toThrow('There is no such thing.');
  });
});

describe('faults', () => {
  it('take headers off, set others, change cookies and add to pages, on their own side only', async () => {
    const { double, client } = makeDouble();
    await client.send('PUT', '/faults', [
      { double: 'idp', path: '/page', remove: ['referrer-policy'], appendHtml: '<p>more</p>' },
      { double: 'idp', path: '/cookies', cookie: { drop: 'Secure', add: 'SameSite=None' } },
      { double: 'sp', path: '/', set: { 'cache-control': 'public' } },
    ]);
    const page = await double.fetch(new Request('https://acme.example/page'));
    expect(page.headers.get('referrer-policy')).toBeNull();
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('<p>more</p></body>');
    const cookies = await double.fetch(new Request('https://acme.example/cookies'));
    expect(cookies.headers.getSetCookie()).toEqual(['a=1; Path=/; SameSite=None', 'b=2; SameSite=None']);
  });

  it('replace an answer by a status', async () => {
    const { double, client } = makeDouble();
    await client.send('PUT', '/faults', [{ path: '/url', status: 503, delayMs: 1 }]);
    expect((await double.fetch(new Request('https://acme.example/url'))).status).toBe(503);
  });
});

describe('parts', () => {
  it('makes ids that are NCNames with at least 128 random bits, each once', () => {
    const ids = createIds();
    const made = Array.from({ length: 100 }, ids.samlId);
    for (const id of made) expect(id).toMatch(/^_[0-9a-f]{40}$/);
    expect(new Set(made).size).toBe(100);
    expect(ids.number(4, 4)).toBe(4);
  });

  it('makes a self-signed RSA certificate of 2048 bits with the wanted dates', async () => {
    const key = await createSigningKey({
      commonName: 'acme signing',
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2031-01-01T00:00:00Z'),
    });
    const certificate = new X509Certificate(key.certificatePem);
    expect(certificate.subject).toBe('CN=acme signing');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(certificate.raw.toString('base64')).toBe(key.certificateDer);
    expect(new Date(certificate.validTo).toISOString()).toBe('2031-01-01T00:00:00.000Z');
    expect(key.privateKeyPem).toContain('BEGIN PRIVATE KEY');
  });

  it.each([
    ['<!DOCTYPE a><a/>', /document type/],
    ['<a><b></a>', /./],
    ['<x:a/>', /./],
    ['<a>'.repeat(100_000), /deep/],
    ['', /./],
  ])('refuses %.20s as XML', (text, problem) => {
    expect(findXmlProblem(text)).toMatch(problem);
  });

  it('finds nothing wrong with well-formed XML', () => {
    expect(findXmlProblem('<a xmlns="urn:x"><b c="d">e</b></a>')).toBeUndefined();
  });
});
