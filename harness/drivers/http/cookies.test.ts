import { describe, expect, test } from 'vitest';
import { type CookieContext, createCookies, isSameSite } from './cookies.ts';

const now = Date.parse('2026-03-01T10:00:00Z');
const app = 'https://app.example.com/acs';
const idp = 'https://idp.example.org';

function headerFor(
  line: string,
  context: Partial<CookieContext>,
  from = 'https://app.example.com/login',
): string {
  const cookies = createCookies();
  cookies.keep([line], from, now);
  return cookies.header({ url: app, method: 'GET', initiator: undefined, now, ...context });
}

describe('SameSite', () => {
  const post = { method: 'POST', initiator: idp };
  const get = { method: 'GET', initiator: idp };
  test.each([
    ['Strict stays at home, even on a link', 's=1; Secure; SameSite=Strict', get, ''],
    [
      'Strict goes along within the site',
      's=1; Secure; SameSite=Strict',
      { method: 'POST', initiator: 'https://login.example.com' },
      's=1',
    ],
    ['Lax goes along on a link', 's=1; Secure; SameSite=Lax', get, 's=1'],
    ['Lax does not go along on a post from another site', 's=1; Secure; SameSite=Lax', post, ''],
    ['None goes along on a post from another site', 's=1; Secure; SameSite=None', post, 's=1'],
    ['None without Secure is not kept', 's=1; SameSite=None', get, ''],
    ['without the attribute a young cookie goes along on a post', 's=1; Secure', post, 's=1'],
    ['and an older one does not', 's=1; Secure', { ...post, now: now + 121_000 }, ''],
    [
      'http is another site than https',
      's=1; SameSite=Strict',
      { method: 'GET', initiator: 'http://app.example.com' },
      '',
    ],
  ])('%s', (_title, line, context, expected) => {
    expect(headerFor(line, context)).toBe(expected);
  });
});

describe('where a cookie goes', () => {
  test.each([
    ['to the host that set it', 's=1', {}, 's=1'],
    ['not to a subdomain of it', 's=1', { url: 'https://x.app.example.com/' }, ''],
    [
      'to subdomains when Domain says so',
      's=1; Domain=example.com',
      { url: 'https://other.example.com/' },
      's=1',
    ],
    ['nowhere when Domain is a public suffix', 's=1; Domain=com', {}, ''],
    ['nowhere when Domain is somebody else’s', 's=1; Domain=example.org', {}, ''],
    ['below its Path', 's=1; Path=/acs', {}, 's=1'],
    ['not beside its Path', 's=1; Path=/ac', {}, ''],
    ['not over http when Secure', 's=1; Secure', { url: 'http://app.example.com/acs' }, ''],
    ['not after Max-Age', 's=1; Max-Age=5', { now: now + 6000 }, ''],
    ['__Host- with Domain is not kept', '__Host-s=1; Secure; Path=/; Domain=app.example.com', {}, ''],
    ['__Host- without Path=/ is not kept', '__Host-s=1; Secure; Path=/acs', {}, ''],
    ['__Host- as it must be is kept', '__Host-s=1; Secure; Path=/', {}, '__Host-s=1'],
    ['__Secure- without Secure is not kept', '__Secure-s=1; Path=/', {}, ''],
  ])('%s', (_title, line, context, expected) => {
    expect(headerFor(line, context)).toBe(expected);
  });

  test('names that only tests use are hosts like others', () => {
    const cookies = createCookies();
    cookies.keep(['s=1; Domain=countersign.test; Secure'], 'https://app.countersign.test/', now);
    expect(cookies.list('https://other.countersign.test/', now)).toEqual(['s=1']);
  });

  test('an empty value with Max-Age=0 takes the cookie away', () => {
    const cookies = createCookies();
    cookies.keep(['s=1; Path=/'], app, now);
    cookies.keep(['s=; Path=/; Max-Age=0'], app, now);
    expect(cookies.all()).toEqual([]);
  });
});

test('a copy goes its own way, and can be told from the original by what it was given since', () => {
  const cookies = createCookies();
  cookies.keep(['login=1; Path=/'], app, now);
  const copy = cookies.clone();
  copy.keep(['session=2; Path=/'], app, now);
  expect(cookies.list(app, now)).toEqual(['login=1']);
  expect(copy.list(app, now).toSorted()).toEqual(['login=1', 'session=2']);
  expect(copy.without(cookies.all()).list(app, now)).toEqual(['session=2']);
});

test('sites are registrable domains', () => {
  expect(isSameSite('https://a.example.co.uk', 'https://b.example.co.uk')).toBe(true);
  expect(isSameSite('https://a.co.uk', 'https://b.co.uk')).toBe(false);
  expect(isSameSite('http://127.0.0.1:1', 'http://127.0.0.1:2')).toBe(true);
  expect(isSameSite('http://127.0.0.1', 'http://127.0.0.2')).toBe(false);
});
