import { describe, expect, it } from 'vitest';
import { NS } from './namespaces.ts';
import { sampleAssertion, sampleIdpMetadata, sampleRequest, sampleResponse } from './sample-messages.ts';
import { validateSchema } from './schema.ts';

describe('validateSchema', () => {
  it('passes messages that keep the schema', () => {
    expect(validateSchema(sampleResponse(), 'protocol')).toEqual([]);
    expect(validateSchema(sampleResponse({ assertions: '' }), 'protocol')).toEqual([]);
    expect(validateSchema(sampleRequest(), 'protocol')).toEqual([]);
    expect(validateSchema(sampleAssertion(), 'assertion')).toEqual([]);
    expect(validateSchema(sampleIdpMetadata([{ der: 'AAAA', use: 'signing' }]), 'metadata')).toEqual([]);
    expect(validateSchema(`\uFEFF${sampleResponse()}`, 'protocol')).toEqual([]);
  });

  it('passes an encrypted assertion and extensions of other namespaces', () => {
    const encrypted =
      `<saml:EncryptedAssertion xmlns:saml="${NS.saml}"><xenc:EncryptedData xmlns:xenc="${NS.xenc}">` +
      '<xenc:CipherData><xenc:CipherValue>AAAA</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>';
    const xml = sampleResponse({ assertions: encrypted }).replace(
      '<samlp:Status>',
      '<samlp:Extensions><x:y xmlns:x="urn:x"/></samlp:Extensions><samlp:Status>',
    );
    expect(validateSchema(xml, 'protocol')).toEqual([]);
  });

  const broken: readonly [string, string][] = [
    ['a missing attribute', sampleResponse().replace(' Version="2.0"', '')],
    ['an unknown attribute', sampleResponse().replace(' Version="2.0"', ' Version="2.0" x="y"')],
    ['an unknown element', sampleResponse().replace('<samlp:Status>', '<samlp:Odd/><samlp:Status>')],
    [
      'elements in another order',
      sampleAssertion().replace(
        /(<saml:Subject>.*<\/saml:Subject>)(<saml:Cond.*<\/saml:Conditions>)/,
        '$2$1',
      ),
    ],
    ['an ID that is no NCName', sampleResponse({ responseId: '1-2' })],
    ['an ID used twice', sampleResponse({ responseId: '_a1' })],
    ['an instant that is none', sampleResponse().replace('2026-03-01T10:00:00Z', 'yesterday')],
    ['another root', '<html/>'],
    ['no Status', sampleResponse().replace(/<samlp:Status>.*<\/samlp:Status>/, '')],
  ];
  it.each(broken)('reports %s', (_name, xml) => {
    const faults = [...validateSchema(xml, 'protocol'), ...validateSchema(xml, 'assertion')];
    expect(faults.length).toBeGreaterThan(0);
    for (const { message, line } of faults) {
      expect(message).not.toBe('');
      expect(line).toBe(1);
    }
  });

  it('lets nothing else be loaded by a schema location', () => {
    const hint =
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x file:///etc/passwd"';
    const xml = sampleResponse().replace('<samlp:Response', `<samlp:Response ${hint}`);
    expect(validateSchema(xml, 'protocol')).toEqual([]);
  });

  it('gives the same answer again and again', () => {
    const first = validateSchema(sampleResponse({ responseId: '1' }), 'protocol');
    for (let round = 0; round < 20; round += 1) {
      expect(validateSchema(sampleResponse({ responseId: '1' }), 'protocol')).toEqual(first);
      expect(validateSchema(sampleResponse(), 'protocol')).toEqual([]);
    }
  });
});
