import { describe, expect, it } from 'vitest';
import { paced } from '../../../harness/stack/pace.test-helper.ts';
import { createRefusalTests, expectRefused } from './testing/refusals.ts';
import { acsUrl, sign } from './testing/test-idp.ts';

const { key, open, send } = await createRefusalTests();

describe('refuses what cannot be read, in bounded time', () => {
  const texts: readonly [string, (x: string) => string, string | RegExp][] = [
    ['a DOCTYPE', (x) => `<!DOCTYPE a>${x}`, /^Response cannot be parsed: A document type/],
    [
      'an entity',
      (x) => `<!DOCTYPE a [<!ENTITY e "Erin@example.com">]>${x.replace('alice@example.com', '&e;')}`,
      /document type/,
    ],
    ['an unknown entity', (x) => x.replace('alice@example.com', '&e;'), /^Response cannot be parsed/],
    ['a second root', (x) => `${x}<a/>`, /^Response cannot be parsed/],
    [
      'an attribute twice',
      (x) => x.replace('Version="2.0"', 'Version="2.0" Version="2.0"'),
      /^Response cannot be parsed/,
    ],
    ['a control character', (x) => x.replace('alice@', 'alice\u0001@'), /^Response cannot be parsed/],
    ['a byte order mark', (x) => `\uFEFF${x}`, 'Response begins with a byte order mark'],
    [
      'another root element',
      (x) => x.replaceAll('samlp:Response', 'samlp:ArtifactResponse'),
      'Root element "ArtifactResponse" is not a Response',
    ],
    [
      'deep nesting',
      (x) => x.replace('<samlp:Status>', `${'<a>'.repeat(10_000)}<samlp:Status>`),
      /nested|cannot be parsed/,
    ],
    ['no XML', () => 'hello', /^Response cannot be parsed/],
    ['nothing', () => '', 'Response is not base64'],
  ];
  it.each(texts)('%s', async (_title, finish, reason) => {
    const opened = open();
    const { paces } = await paced(async () =>
      expectRefused(
        opened,
        await send(opened, {}, undefined, (x) => finish(sign(x, { key, element: 'Assertion' }))),
        reason,
      ),
    );
    expect(paces).toBeLessThan(40);
  });

  const posts: readonly [string, Readonly<Record<string, string>> | string, string | RegExp][] = [
    ['a form without a response', { RelayState: 'x' }, 'Form has no SAMLResponse'],
    ['two responses', 'SAMLResponse=AAAA&SAMLResponse=AAAA', 'Form has 2 fields "SAMLResponse"'],
    ['no base64', { SAMLResponse: '<xml/>' }, 'Response is not base64'],
    ['base64url', { SAMLResponse: 'PD94-A__' }, 'Response is not base64'],
    [
      'no UTF-8',
      { SAMLResponse: Buffer.from([0x3c, 0xff, 0x3e]).toString('base64') },
      'Response is not UTF-8',
    ],
    ['over 128 KB', { SAMLResponse: 'A'.repeat(131_076) }, /^Response is longer than 131072/],
    ['a huge form', { SAMLResponse: 'A'.repeat(5_000_000) }, /^Form is longer than/],
  ];
  it.each(posts)('%s', async (_title, form, reason) => {
    const opened = open();
    await expectRefused(opened, await opened.browser.post(acsUrl, form), reason);
  });

  it('a response by GET, as JSON, or for another instance', async () => {
    const opened = open();
    await expectRefused(
      opened,
      await opened.browser.get(`${acsUrl}?SAMLResponse=AAAA`),
      'Response came by GET, not by POST',
    );
    const json = new Request(acsUrl, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    await expectRefused(
      opened,
      await opened.at.double.fetch(json),
      'Request is "application/json", not a form',
    );
    const other = acsUrl.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000');
    await expectRefused(opened, await opened.browser.post(other, {}), 'ACS URL is not that of this instance');
  });
});
