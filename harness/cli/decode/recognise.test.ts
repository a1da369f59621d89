import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Described } from './described.ts';
import { recognise } from './recognise.ts';

const messages = join(import.meta.dirname, '../../../suites/recorded/messages');
const response = readFileSync(join(messages, 'simplesamlphp-1.19.7.b64'), 'utf8');
const xml = Buffer.from(response, 'base64').toString('utf8');
const request =
  '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-11-21T08:00:00Z" Destination="https://idp.example/sso"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://sp.example</saml:Issuer></samlp:AuthnRequest>';
const token = `${part({ alg: 'RS256', kid: 'k1' })}.${part({ iss: 'https://op.example', exp: 1_795_271_932, amr: ['face'] })}.c2ln`;

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Value of a row, wherever it stands. */
function find([first]: readonly Described[], name: string): string | undefined {
  return first?.parts.flatMap(({ rows }) => rows).find(([own]) => own === name)?.[1];
}

describe('a SAMLResponse', () => {
  it.each([
    ['as base64', response],
    ['as XML', xml],
    ['as a copied form field', `SAMLResponse=${encodeURIComponent(response)}&RelayState=x`],
    [
      'in the page that posts it',
      `<html><form><input type="hidden" name="SAMLResponse" value="${response}"></form></html>`,
    ],
    [
      'in the address of a redirect',
      `https://sp.example/acs?SAMLResponse=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}`,
    ],
  ])('%s is read', (_title, text) => {
    const found = recognise(text);
    expect(found[0]?.kind).toBe('SAML Response');
    expect(find(found, 'NameID')).toContain('alice@example.com');
    expect(find(found, 'Audience')).toBe('https://sp.example/metadata');
    expect(find(found, 'Signature')).toContain('rsa-sha256');
  });
});

it('a SAMLRequest in the address of a redirect is read', () => {
  const parameter = encodeURIComponent(deflateRawSync(request).toString('base64'));
  const found = recognise(`https://idp.example/sso?SAMLRequest=${parameter}&RelayState=a`);
  expect(found[0]).toMatchObject({ kind: 'SAML AuthnRequest', from: expect.stringContaining('DEFLATE') });
  expect(find(found, 'Issuer')).toBe('https://sp.example');
  expect(find(found, 'Signature')).toBe('none inside the message');
});

it('metadata is read', () => {
  const found = recognise(readFileSync(join(messages, 'lasso-2.8.1.metadata.xml'), 'utf8'));
  expect(find(found, 'SingleSignOnService')).toBe('https://idp.example/sso  (HTTP-Redirect)');
  expect(find(found, 'Certificate for signing')).toContain('CN=idp.example');
});

it.each([
  ['alone', token],
  ['in the answer of a token endpoint', JSON.stringify({ id_token: token, expires_in: 3600 })],
  ['in an address', `https://app.example/cb#id_token=${token}&state=1`],
])('a JSON Web Token %s is read, its signature left out', (_title, text) => {
  const found = recognise(text);
  expect(find(found, 'exp')).toBe('1795271932  (2026-11-21T14:38:52.000Z)');
  expect(find(found, 'kid')).toBe('k1');
  expect(JSON.stringify(found)).not.toContain('c2ln');
});

it('an answer of STS is read, its keys left out', () => {
  const answer =
    '<AssumeRoleWithSAMLResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithSAMLResult><Credentials><AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>hush</SecretAccessKey><SessionToken>quiet</SessionToken></Credentials><Subject>alice</Subject></AssumeRoleWithSAMLResult></AssumeRoleWithSAMLResponse>';
  const found = recognise(answer);
  expect(find(found, 'AssumeRoleWithSAMLResult/Subject')).toBe('alice');
  expect(find(found, 'AssumeRoleWithSAMLResult/Credentials/AccessKeyId')).toBe('ASIAX');
  expect(JSON.stringify(found)).not.toMatch(/hush|quiet/);
});

it.each([
  ['nothing', '  ', 'It is empty.'],
  ['a word', 'nope', 'DEFLATE'],
  ['JSON without a token', '{"a":1}', 'without a JSON Web Token'],
  ['XML with a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'DOCTYPE'],
  ['XML that does not end', '<a><b></a>', 'This is no message'],
])('%s is no message', (_title, text, why) => {
  expect(() => recognise(text)).toThrow(why);
});
