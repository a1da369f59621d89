import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';
import { type Answer, nextRequest } from './onward.ts';

const answer = (change: Partial<Answer>): Answer => ({
  method: 'GET',
  url: 'https://sp.example/start',
  status: 200,
  location: null,
  contentType: 'text/html; charset=utf-8',
  text: '',
  ...change,
});

describe('readHtml', () => {
  test('reads what a form sends by itself, and decodes it', () => {
    const { forms } = readHtml(`
      <!-- <form action="/commented"><input name="no"></form> -->
      <FORM METHOD=post ACTION='/go?a=1&amp;b=2'>
        <input type="hidden" name="SAMLRequest" value="PHg&#43;&#x2B;&plus;">
        <input name=plain><input type=checkbox name=off><input type=checkbox name=on checked>
        <input type=submit name=button value=no><input name=dead disabled value=no>
        <textarea name=note>
&lt;b&gt;</textarea>
      </FORM><input name="outside" value="no">`);
    expect(forms).toEqual([
      {
        action: '/go?a=1&b=2',
        method: 'POST',
        fields: [
          ['SAMLRequest', 'PHg+++'],
          ['plain', ''],
          ['on', 'on'],
          ['note', '<b>'],
        ],
        asks: true,
      },
    ]);
  });

  test('text of scripts and styles is no text of the page', () => {
    expect(readHtml('<p>a &lt; b</p><script>if (a < b) c()</script><style>p{}</style> c').text).toBe(
      'a < b c',
    );
  });

  test.each([
    '<',
    '<a',
    '<a b="',
    '<!--',
    '<!-- -',
    '<script>',
    '<form><input value="x',
    '</',
    '<?php',
    'a<b<c',
    '<a =x=>',
    '&#x110000;&#0;',
  ])('survives %j', (text) => {
    expect(readHtml(text).forms.length).toBeLessThanOrEqual(1);
  });

  test('takes time in proportion to the length', () => {
    const time = (size: number) => {
      const text = '<a '.repeat(size) + '<input '.repeat(size) + '<!--'.repeat(size);
      const began = performance.now();
      readHtml(text);
      return performance.now() - began;
    };
    time(2000);
    expect(time(64_000)).toBeLessThan(16 * 20 * (time(4000) + 1));
  });
});

describe('nextRequest', () => {
  test.each([
    [301, 'POST', 'GET', false],
    [302, 'POST', 'GET', false],
    [302, 'PUT', 'PUT', false],
    [303, 'PUT', 'GET', false],
    [303, 'HEAD', 'HEAD', false],
    [307, 'POST', 'POST', true],
    [308, 'POST', 'POST', true],
    [302, 'GET', 'GET', false],
  ])('%i after %s asks by %s', (status, method, expected, keepsBody) => {
    const next = nextRequest(answer({ status, method, location: '../x?y=1' }));
    expect(next).toEqual({ method: expected, url: 'https://sp.example/x?y=1', fields: [], keepsBody });
  });

  test.each([
    ['no redirect without Location', { status: 302 }],
    ['no redirect by 304', { status: 304, location: '/x' }],
    ['not to a script address', { status: 302, location: 'javascript:alert(1)' }],
    [
      'no form in a text page',
      { contentType: 'text/plain', text: '<form method=post><input name=SAMLRequest></form>' },
    ],
    [
      'no form that a person has to send',
      { text: '<form method=post action=/login><input name=user></form>' },
    ],
    [
      'no form that keeps the request while it asks for a name',
      {
        text: '<form method=post action=/login><input type=hidden name=SAMLRequest value=x><input name=user></form>',
      },
    ],
    ['no refresh of the page itself', { text: '<meta http-equiv=refresh content=5>' }],
    [
      'no address that a script works out',
      { text: '<script>if (x) location = "/a"; else location = "/b"</script>' },
    ],
  ])('%s', (_title, change) => {
    expect(nextRequest(answer(change))).toBeUndefined();
  });

  test.each([
    ['meta refresh', '<meta http-equiv="Refresh" content="0; URL=\'/next\'">'],
    ['a script that only goes there', '<script>window.location.href = "/next";</script>'],
    ['location.replace', "<script>location.replace('/next')</script>"],
    ['a form by GET', '<form action="/next"></form><script>document.forms[0].submit()</script>'],
  ])('%s', (_title, text) => {
    expect(nextRequest(answer({ text }))?.url.replace(/\?$/, '')).toBe('https://sp.example/next');
  });

  test('a form with a SAML message is sent, wherever its script is', () => {
    const text =
      '<form method="post" action="https://idp.example/sso"><input type="hidden" name="SAMLRequest" value="x"></form><script src="/go.js"></script>';
    expect(nextRequest(answer({ text }))).toMatchObject({
      method: 'POST',
      url: 'https://idp.example/sso',
      fields: [['SAMLRequest', 'x']],
    });
  });
});
