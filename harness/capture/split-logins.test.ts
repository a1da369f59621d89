import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../model/evidence.ts';
import { splitLogins } from './split-logins.ts';

const idp = 'https://idp.example';
const encode = (xml: string) => encodeURIComponent(deflateRawSync(xml).toString('base64'));

/** Exchanges in their order, each with what is special about it. */
function traffic(...parts: readonly Partial<Exchange>[]): readonly Exchange[] {
  return parts.map((part, index) => ({
    index,
    startedAt: new Date(Date.UTC(2026, 10, 21, 8, 0, index)).toISOString(),
    durationMs: 1,
    method: 'GET',
    url: 'https://sp.example/',
    requestHeaders: [],
    status: 200,
    responseHeaders: [],
    resource: 'document',
    tls: true,
    ...part,
  }));
}

const sso = (id: string) => `${idp}/sso?SAMLRequest=${encode(`<samlp:AuthnRequest ID="${id}"/>`)}`;
const leading = (url: string): Partial<Exchange> => ({
  status: 302,
  responseHeaders: [{ name: 'location', value: url }],
});
const asked = (id: string): Partial<Exchange> => ({ url: sso(id) });
const posted = (message: string): Partial<Exchange> => ({
  method: 'POST',
  url: 'https://sp.example/acs',
  requestHeaders: [
    { name: 'content-type', value: 'application/x-www-form-urlencoded' },
    { name: 'origin', value: idp },
  ],
  requestBody: `SAMLResponse=${encodeURIComponent(Buffer.from(message).toString('base64'))}`,
});
const response = (id: string) => posted(`<samlp:Response ID="${id}"/>`);
const page: Partial<Exchange> = {};
const portal: Partial<Exchange> = { url: `${idp}/portal` };

/** Of each login: which messages it has, and the places of its exchanges. */
const outline = (...parts: readonly Partial<Exchange>[]) =>
  splitLogins(traffic(...parts)).map((login) => [
    `${login.request === undefined ? '' : 'request '}${login.response === undefined ? '' : 'response'}`.trim(),
    login.exchanges.map(({ index }) => index),
  ]);

describe('traffic is taken apart into logins', () => {
  test.each<[string, readonly Partial<Exchange>[], unknown]>([
    [
      'one that the service provider began',
      [page, leading(sso('1')), asked('1'), page, response('1'), page],
      [['request response', [0, 1, 2, 3, 4, 5]]],
    ],
    [
      'one that the identity provider began',
      [portal, page, response('1'), page],
      [['response', [0, 1, 2, 3]]],
    ],
    [
      'one after the other, cut where the second one is sent off',
      [leading(sso('1')), asked('1'), response('1'), page, leading(sso('2')), asked('2'), response('2')],
      [
        ['request response', [0, 1, 2, 3]],
        ['request response', [4, 5, 6]],
      ],
    ],
    [
      'a second one from the provider’s portal',
      [asked('1'), response('1'), page, portal, response('2')],
      [
        ['request response', [0, 1, 2]],
        ['response', [3, 4]],
      ],
    ],
    [
      'a request that was never answered',
      [asked('1'), page, asked('2'), response('2')],
      [
        ['request', [0, 1]],
        ['request response', [2, 3]],
      ],
    ],
    [
      'a page that is loaded again',
      [asked('1'), asked('1'), response('1'), response('1')],
      [['request response', [0, 1, 2, 3]]],
    ],
    ['no message at all', [page, page], [['', [0, 1]]]],
    [
      'a logout between two logins',
      [
        response('1'),
        { url: `${idp}/slo?SAMLRequest=${encode('<samlp:LogoutRequest/>')}` },
        posted('<?xml version="1.0"?><!-- x --><LogoutResponse/>'),
        portal,
        response('2'),
      ],
      [
        ['response', [0, 1, 2]],
        ['response', [3, 4]],
      ],
    ],
    ['a message that nobody can read is one all the same', [posted('\u0000garbage')], [['response', [0]]]],
  ])('%s', (_what, parts, expected) => {
    expect(outline(...parts)).toEqual(expected);
  });
});
