import { describe, expect, test } from 'vitest';
import { openHttpBrowser } from './browser.ts';

const origins = ['https://app.example.com', 'https://www.example.com'];
const now = () => Date.parse('2026-03-01T10:00:00Z');

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly cookie: string | null;
  readonly body: string;
  readonly type: string | null;
  readonly origin: string | null;
}

/** A site that answers by path, and remembers what it was asked. */
function site(answers: Readonly<Record<string, ResponseInit & { text?: string }>>) {
  const seen: Seen[] = [];
  const send = async (request: Request) => {
    const { headers, method, url } = request;
    seen.push({
      method,
      url,
      cookie: headers.get('cookie'),
      body: await request.text(),
      type: headers.get('content-type'),
      origin: headers.get('origin'),
    });
    const { text = '', ...init } = answers[new URL(url).pathname] ?? { status: 404 };
    return new Response(text, init);
  };
  return { seen, browser: openHttpBrowser({ send, now, origins }) };
}

const acs = () =>
  new Request('https://app.example.com/acs', {
    method: 'POST',
    body: 'SAMLResponse=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.example.org' },
  });

describe('a visit', () => {
  test('after 303 the message is not sent again, and a cookie set on the way goes along', async () => {
    const { seen, browser } = site({
      '/acs': {
        status: 303,
        headers: { location: '/', 'set-cookie': 'sid=1; Path=/; Secure; SameSite=Lax' },
      },
      '/': { status: 200, text: 'hello' },
    });
    const visit = await browser.visit(acs(), 'https://idp.example.org');
    expect(visit).toMatchObject({ status: 200, url: 'https://app.example.com/', text: 'hello' });
    expect(seen[1]).toEqual({
      method: 'GET',
      url: 'https://app.example.com/',
      cookie: 'sid=1',
      body: '',
      type: null,
      origin: null,
    });
  });

  test('a cookie that is Strict does not follow the identity provider’s post over a redirect', async () => {
    const { seen, browser } = site({
      '/acs': {
        status: 303,
        headers: { location: '/', 'set-cookie': 'sid=1; Path=/; Secure; SameSite=Strict' },
      },
      '/': { status: 200 },
    });
    await browser.visit(acs(), 'https://idp.example.org');
    expect(seen[1]?.cookie).toBeNull();
    expect(browser.cookieHeader('https://app.example.com/')).toBe('sid=1');
  });

  test('but it does when a page of the target itself goes on', async () => {
    const { seen, browser } = site({
      '/acs': {
        status: 200,
        text: '<meta http-equiv="refresh" content="0;url=/">',
        headers: { 'content-type': 'text/html', 'set-cookie': 'sid=1; Path=/; Secure; SameSite=Strict' },
      },
      '/': { status: 200 },
    });
    await browser.visit(acs(), 'https://idp.example.org');
    expect(seen[1]?.cookie).toBe('sid=1');
  });

  test('307 repeats the message with its type, to another host too', async () => {
    const { seen, browser } = site({
      '/acs': { status: 307, headers: { location: 'https://www.example.com/acs2' } },
      '/acs2': { status: 200 },
    });
    await browser.visit(acs(), 'https://idp.example.org');
    expect(seen[1]).toMatchObject({
      method: 'POST',
      url: 'https://www.example.com/acs2',
      body: 'SAMLResponse=x',
      type: 'application/x-www-form-urlencoded',
    });
  });

  test('what leads away is told and not followed', async () => {
    const { seen, browser } = site({
      '/acs': { status: 302, headers: { location: 'https://evil.example/x' } },
    });
    const visit = await browser.visit(acs(), 'https://idp.example.org');
    expect(visit.onward).toMatchObject({ method: 'GET', url: 'https://evil.example/x' });
    expect(seen).toHaveLength(1);
  });

  test('a form that sends itself to the identity provider is told with its fields', async () => {
    const { browser } = site({
      '/login': {
        headers: { 'content-type': 'text/html' },
        text: '<body onload="document.forms[0].submit()"><form method=post action="https://idp.example.org/sso"><input name=SAMLRequest value=a><input name=RelayState value="r&amp;s"></form>',
      },
    });
    const visit = await browser.visit(new Request('https://app.example.com/login'));
    expect(visit.onward?.fields).toEqual([
      ['SAMLRequest', 'a'],
      ['RelayState', 'r&s'],
    ]);
  });

  test('redirects that go round end', async () => {
    const { seen, browser } = site({ '/acs': { status: 302, headers: { location: '/acs' } } });
    const visit = await browser.visit(acs());
    expect(visit.status).toBe(302);
    expect(seen).toHaveLength(20);
  });

  test('an answer without end is read up to the bound', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(97)),
    });
    const browser = openHttpBrowser({
      send: async () => new Response(endless),
      now,
      origins,
      maxBodyBytes: 100_000,
    });
    const { text } = await browser.visit(acs());
    expect(text).toHaveLength(100_000);
  });
});

test('fetch gives the last answer of the visit', async () => {
  const { browser } = site({
    '/': { status: 302, headers: { location: '/b' } },
    '/b': { status: 201, text: 'b', headers: { 'x-b': '1' } },
  });
  const answer = await browser.fetch(new Request('https://app.example.com/'));
  expect([answer.status, answer.headers.get('x-b'), await answer.text()]).toEqual([201, '1', 'b']);
});
