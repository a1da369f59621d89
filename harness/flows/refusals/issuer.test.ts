import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readResponse } from '../../saml/read-response.ts';
import { signElement } from '../../saml/sign.ts';
import { createIssuer } from './issuer.ts';
import { createSigner } from './signer.ts';
import type { RefusalTarget } from './target.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** Signing puts the certificate in and looks no further, so that any text stands for one. */
const pair = {
  privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  certificateDer: 'Y2VydGlmaWNhdGU=',
};
const now = Date.parse('2026-03-01T10:00:00Z');
const person = {
  nameId: 'ann&bob@example.com',
  attributes: { email: ['ann&bob@example.com'], groups: ['a"b', 'ä<c'] },
};

function issuerFor(signed: RefusalTarget['signed']) {
  let next = 0;
  const target: RefusalTarget = {
    name: 'Target',
    mode: 'double',
    entityId: 'https://sp.example/?a=1&b=2',
    acsUrl: 'https://sp.example/acs?x=1&y=2',
    origins: ['https://sp.example'],
    idp: { entityId: 'https://idp.example', ssoUrl: 'https://idp.example/sso' },
    signed,
    nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    self: person,
    victim: person,
    whoami: async () => undefined,
    can: [],
    send: async () => new Response(),
  };
  return createIssuer(target, { idp: pair }, { samlId: () => `_id${next++}` });
}

describe.each(['assertion', 'response', 'both'] as const)('signed: %s', (signed) => {
  test.each([undefined, '_request1', '_odd"&<request'])(
    'is what signing in the general way gives (%j)',
    async (inResponseTo) => {
      const issued = issuerFor(signed).issue({ person, inResponseTo, now });
      const ids = [...issued.unsigned.matchAll(/<(saml:Assertion|samlp:Response) [^>]*\bID="([^"]+)"/g)];
      const idOf = (name: string) => ids.find((match) => match[1] === name)?.[2] ?? '';
      let expected = issued.unsigned;
      if (signed !== 'response') expected = signElement(expected, idOf('saml:Assertion'), pair);
      if (signed !== 'assertion') expected = signElement(expected, idOf('samlp:Response'), pair);
      expect(await issued.sign()).toBe(expected);
      expect(await createSigner(pair).signResponse(issued.unsigned, signed)).toBe(expected);
    },
  );
});

test('a response reads as what it was issued for', async () => {
  const issued = issuerFor('assertion').issue({ person, inResponseTo: '_request1', now });
  const signed = await issued.sign();
  const { assertions, inResponseTo } = readResponse(Buffer.from(signed).toString('base64'), []);
  expect(inResponseTo).toBe('_request1');
  expect(assertions).toHaveLength(1);
  expect(assertions[0]?.subject?.nameIds[0]?.text).toBe(person.nameId);
});

test('each response has IDs of its own', () => {
  const issuer = issuerFor('assertion');
  const one = issuer.issue({ person, now }).unsigned;
  const two = issuer.issue({ person, now }).unsigned;
  expect(one).not.toBe(two);
  expect(one.replace(/_id\d/g, '_id')).toBe(two.replace(/_id\d/g, '_id'));
});

test('what nobody could sign stays as it is', async () => {
  const { signResponse } = createSigner(pair);
  expect(await signResponse('<a', 'assertion')).toBe('<a');
  expect(await signResponse('<a/>', 'assertion')).toBe('<a/>');
});
