import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../model/evidence.ts';
import { paced } from '../../stack/pace.test-helper.ts';
import { cookiesKept, cookiesOf } from './_cookies.ts';
import { chainFrom, pagesOf, responsePost } from './_exchanges.ts';
import { findMessageForm, loadedBy, tagsOf } from './_html.ts';

const page = (changes: Partial<Exchange>): Exchange => ({
  index: 0,
  startedAt: '2026-11-21T08:00:00.000Z',
  durationMs: 5,
  method: 'GET',
  url: 'https://idp.example/login/complete',
  requestHeaders: [],
  status: 200,
  responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
  resource: 'document',
  tls: true,
  ...changes,
});

describe('the reading of pages', () => {
  it('gives tags with lower-case names and decoded attributes', () => {
    expect(tagsOf('<FORM Action="https://a.example/?a=1&amp;b=2" novalidate>')).toMatchObject([
      { name: 'form', attributes: { action: 'https://a.example/?a=1&b=2', novalidate: '' } },
    ]);
  });

  it('counts the first of two equal attributes, as browsers do', () => {
    expect(tagsOf('<input name=SAMLResponse name="other">')[0]?.attributes.name).toBe('SAMLResponse');
  });

  it('does not read what is in a comment', () => {
    expect(tagsOf('<!-- <form action="http://old.example"> --><p>')).toMatchObject([{ name: 'p' }]);
  });

  it('is not misled by a ">" inside a quoted attribute', () => {
    expect(tagsOf('<a title="a > b" href="x">').map(({ attributes }) => attributes.href)).toEqual(['x']);
  });

  it('does not take what is in a script for markup', () => {
    const html = `<script>if (a<b) c = "<form>";</script><form>`;
    expect(tagsOf(html).map(({ name }) => name)).toEqual(['script', '/script', 'form']);
  });

  it('finds the form that carries the response among others', () => {
    const body =
      '<form action="/search"><input name="q"></form><form action="/acs"><input name="SAMLResponse">';
    expect(findMessageForm([page({ responseBody: body })])?.form.attributes.action).toBe('/acs');
    expect(findMessageForm([page({ responseBody: '<form><input name="q"></form>' })])).toBeUndefined();
  });

  it('tells what a page loads from what it links to', () => {
    const tags = tagsOf(
      '<link rel="canonical" href="c"><link rel=stylesheet href=s><a href="l"><img src="i">',
    );
    expect(loadedBy(tags).map(({ url }) => url)).toEqual(['s', 'i']);
  });

  it('reads a page of a million angle brackets soon', async () => {
    const { paces } = await paced(() => {
      tagsOf('<'.repeat(200_000));
      tagsOf('<a '.repeat(66_000));
      tagsOf(`<a ${'="'.repeat(99_000)}`);
    });
    expect(paces).toBeLessThan(40);
  });
});

describe('the reading of traffic', () => {
  it('takes only answered HTML documents for pages', () => {
    const json = [{ name: 'content-type', value: 'application/json' }];
    const kinds = [
      page({}),
      page({ resource: 'fetch' }),
      page({ status: 0 }),
      page({ responseHeaders: json }),
    ];
    expect(pagesOf([...kinds, page({ url: 'about:blank' })])).toHaveLength(1);
  });

  it('finds the post of the response by its field, not by its address', () => {
    const post = page({ method: 'POST', requestBody: 'RelayState=x&SAMLResponse=kept-as-artifact' });
    expect(responsePost([page({ method: 'POST', requestBody: 'NoSAMLResponse=1' }), post])).toBe(post);
  });

  it('follows redirects from the post, past requests that do not belong to them', () => {
    const redirect = (location: string) => ({
      status: 303,
      responseHeaders: [{ name: 'location', value: location }],
    });
    const post = page({ index: 1, ...redirect('/handoff?code=1') });
    const picture = page({ index: 2, url: 'https://idp.example/logo.png', resource: 'image' });
    const handoff = page({ index: 3, url: 'https://idp.example/handoff?code=1' });
    expect(chainFrom([post, picture, handoff], post)).toEqual([post, handoff]);
  });

  it('reads cookies with their attributes, and knows those that are taken away', () => {
    const lines = ['__Host-a=masked-1; Path=/; Secure; SameSite=None', 'b=; Max-Age=0', 'c=x; max-age=-1'];
    const set = page({ responseHeaders: lines.map((value) => ({ name: 'set-cookie', value })) });
    expect(cookiesOf([set]).map(({ name }) => name)).toEqual(['__Host-a', 'b', 'c']);
    expect(cookiesKept([set])).toMatchObject([{ attributes: { secure: '', samesite: 'None', path: '/' } }]);
  });
});
