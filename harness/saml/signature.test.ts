import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { createSigningKey, type SigningKey } from '../../mocks/core/keys.ts';
import type { ResponseReading } from '../model/readings.ts';
import { paced } from '../stack/pace.test-helper.ts';
import { ALG, NS } from './namespaces.ts';
import { readMetadata, trustedCertificates } from './read-metadata.ts';
import { readResponse } from './read-response.ts';
import { sampleAssertion, sampleIdpMetadata, sampleResponse } from './sample-messages.ts';
import { type SignOptions, signElement } from './sign.ts';

let idp: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2030-01-01') };
  idp = await createSigningKey({ commonName: 'idp.example', ...validity });
  stranger = await createSigningKey({ commonName: 'stranger.example', ...validity });
});

const sign = (xml: string, id: string, options: Partial<SignOptions> = {}) =>
  signElement(xml, id, { ...idp, ...options });
const read = (xml: string, trusted: readonly string[] = [idp.certificateDer]) => readResponse(xml, trusted);
const faults = ({ signatures }: ResponseReading) => signatures.map(({ fault }) => fault?.code);
const verified = ({ assertions }: ResponseReading) => assertions.map((assertion) => assertion.verified);

/** A signed sample, with one thing changed that must be there to change. */
function change(xml: string, from: string | RegExp, to: string): string {
  const changed = xml.replace(from, to);
  if (changed === xml) throw new Error(`Nothing matches ${String(from)}.`);
  return changed;
}

describe('a genuine signature verifies', () => {
  it('over the assertion', () => {
    const reading = read(sign(sampleResponse(), '_a1'));
    expect(reading.signatures).toMatchObject([{ verifiedWith: 0, parent: { local: 'Assertion' } }]);
    expect(verified(reading)).toEqual([true]);
    expect(reading.assertions[0]?.subject?.nameIds[0]?.text).toBe('ann@example.com');
    expect(reading.schemaFaults).toEqual([]);
  });

  it('over the Response, and then covers its assertions', () => {
    const reading = read(sign(sampleResponse(), '_r1'));
    expect(reading.signatures).toMatchObject([{ verifiedWith: 0, parent: { local: 'Response' } }]);
    expect(verified(reading)).toEqual([true]);
    expect(reading.schemaFaults).toEqual([]);
  });

  it('over both', () => {
    const reading = read(sign(sign(sampleResponse(), '_a1'), '_r1'));
    expect(reading.signatures.map(({ parent, verifiedWith }) => [parent.local, verifiedWith])).toEqual([
      ['Response', 0],
      ['Assertion', 0],
    ]);
    expect(reading.signatures[0]?.signedElement?.local).toBe('Response');
    expect(verified(reading)).toEqual([true]);
  });

  it('over two assertions, each by its own', () => {
    const assertions = sampleAssertion() + sampleAssertion({ assertionId: '_a2' });
    const signed = sign(sign(sampleResponse({ assertions }), '_a1'), '_a2');
    expect(verified(read(signed))).toEqual([true, true]);
    expect(verified(read(change(signed, /ann@example.com/, 'eve@example.com')))).toEqual([false, true]);
  });

  it('by the second of two trusted certificates', () => {
    const reading = read(sign(sampleResponse(), '_a1'), [stranger.certificateDer, idp.certificateDer]);
    expect(reading.signatures[0]?.verifiedWith).toBe(1);
  });

  it('with the positions of the document, and without the Signature', () => {
    const xml = sign(sampleResponse({ gap: '\r\n  ' }), '_a1');
    const { assertions, signatures, document } = read(xml);
    const subject = assertions[0]?.subject?.element;
    expect(subject?.path).toBe('/samlp:Response/saml:Assertion[1]/saml:Subject[1]');
    expect(document.text.slice(subject?.start, subject?.end)).toMatch(
      /^<saml:Subject>[\s\S]*<\/saml:Subject>$/,
    );
    const names = assertions[0]?.element.children.map((child) =>
      child.kind === 'element' ? child.local : '',
    );
    expect(names).not.toContain('Signature');
    expect(signatures[0]?.element.local).toBe('Signature');
  });

  const wrapper = (attributes: string) =>
    change(sampleResponse(), '<samlp:Response', `<samlp:Response ${attributes}`);
  const traps: readonly [string, () => string, Partial<SignOptions>?][] = [
    ['KeyInfo absent', () => sampleResponse(), { omitKeyInfo: true }],
    ['CR LF and pretty printing inside', () => sampleResponse({ gap: '\r\n\t' })],
    ['a comment inside a value', () => sampleResponse({ nameId: 'ann<!-- x -->@example.com' })],
    ['CDATA inside a value', () => sampleResponse({ nameId: '<![CDATA[ann]]>@example.com' })],
    ['letters beyond ASCII', () => sampleResponse({ nameId: 'änn😀@example.com' })],
    ['character references', () => sampleResponse({ nameId: 'a&#110;n&amp;&#x9;&#13;@example.com' })],
    ['redundant declarations', () => wrapper('xmlns:saml="urn:x" xmlns="urn:y" xmlns:ds="urn:z"')],
    [
      'an inclusive prefix list',
      () => wrapper('xmlns:Zed="urn:z" xmlns:b="urn:b"'),
      { inclusivePrefixes: ['Zed', 'b', 'xs'] },
    ],
    ['#default in the prefix list', () => wrapper('xmlns="urn:y"'), { inclusivePrefixes: ['#default'] }],
    [
      'inclusive canonicalization of SignedInfo',
      () => wrapper('xmlns:q="urn:q"'),
      { canonicalizationAlgorithm: ALG.c14n },
    ],
    [
      'comments kept in SignedInfo',
      () => sampleResponse(),
      { canonicalizationAlgorithm: ALG.excC14nWithComments },
    ],
    ['no canonicalization transform', () => wrapper('xmlns:q="urn:q"'), { transforms: [ALG.enveloped] }],
    [
      'canonicalization with comments',
      () => sampleResponse(),
      { transforms: [ALG.enveloped, ALG.excC14nWithComments] },
    ],
    ['a byte order mark', () => `\uFEFF${sampleResponse()}`],
  ];
  it.each(traps)('also with %s', (_name, make, options) => {
    for (const id of ['_a1', '_r1']) {
      const reading = read(sign(make(), id, options));
      expect(faults(reading)).toEqual([undefined]);
      expect(verified(reading)).toEqual([true]);
    }
  });

  it('also with capital, default and odd prefixes', () => {
    const capital = sampleResponse()
      .replaceAll('saml:', 'SAML:')
      .replaceAll(':saml=', ':SAML=')
      .replaceAll('samlp', 'zP_1');
    const bare = sampleResponse()
      .replaceAll(/<(\/?)saml:/g, '<$1')
      .replaceAll('xmlns:saml=', 'xmlns=');
    for (const xml of [capital, bare]) {
      for (const id of ['_a1', '_r1']) expect(faults(read(sign(xml, id)))).toEqual([undefined]);
    }
  });

  it('by xml-crypto itself, which repeats the prefix list in the enveloped transform', () => {
    const xml = wrapper('xmlns:z="urn:z" xmlns:b="urn:b"');
    const signer = new SignedXml({
      privateKey: idp.privateKeyPem,
      signatureAlgorithm: ALG.rsaSha256,
      canonicalizationAlgorithm: ALG.excC14n,
    });
    const [xpath, issuer] = ["//*[local-name()='Assertion']", "//*[local-name()='Assertion']/*[1]"];
    const inclusiveNamespacesPrefixList = ['z', 'b'];
    signer.addReference({
      xpath,
      transforms: [ALG.enveloped, ALG.excC14n],
      digestAlgorithm: ALG.sha256,
      inclusiveNamespacesPrefixList,
    });
    signer.computeSignature(xml, { location: { reference: issuer, action: 'after' } });
    const reading = read(signer.getSignedXml());
    expect(faults(reading)).toEqual([undefined]);
    expect(verified(reading)).toEqual([true]);
  });

  it('over metadata, which may refer to the whole document', () => {
    const metadata = sampleIdpMetadata([{ der: idp.certificateDer, use: 'signing' }]);
    const signed = sign(metadata, '_m1');
    const reading = readMetadata(signed);
    expect(reading.signatures).toMatchObject([{ verifiedWith: 0 }]);
    expect(trustedCertificates(reading, 'idp')).toEqual([idp.certificateDer]);
    expect(reading.schemaFaults).toEqual([]);
  });
});

describe('a Reference to the whole document', () => {
  it('is taken in the root, prolog and all', () => {
    const xml = `<?xml version="1.0"?><!--x--><?y z?>${sampleResponse()}`;
    const signed = sign(xml, '_r1', { wholeDocument: true });
    expect(faults(read(signed))).toEqual([undefined]);
    expect(verified(read(signed))).toEqual([true]);
    expect(faults(read(change(signed, 'y z', 'y q')))).toEqual(['digest-mismatch']);
  });
});

describe('a signed message with a letter changed', () => {
  it('is refused, or says what was signed', () => {
    const xml = sign(sampleResponse({ nameId: 'ann<!--x-->@example.com' }), '_a1');
    const said = (reading: ResponseReading) =>
      reading.assertions.map(({ subject, conditions, attributes, authnStatements, issuer, id }) =>
        JSON.stringify([
          id,
          issuer?.text,
          subject?.nameIds.map(({ text, format }) => [text, format]),
          subject?.confirmations.map(({ method, data }) => [method, { ...data, element: undefined }]),
          conditions?.audienceRestrictions.map(({ audiences }) => audiences.map(({ text }) => text)),
          [conditions?.notBefore, conditions?.notOnOrAfter],
          authnStatements.map((statement) => [statement.authnInstant, statement.sessionIndex]),
          attributes.map(({ name, values }) => [name, values.map(({ text }) => text)]),
        ]),
      );
    const [genuine] = said(read(xml));
    const bits = fc.constantFrom(
      '',
      'x',
      ' ',
      '<!---->',
      '&#120;',
      '<x/>',
      '<?x?>',
      '\n',
      '"',
      '/',
      '>',
      '<![CDATA[x]]>',
    );
    fc.assert(
      fc.property(fc.nat(xml.length - 1), fc.nat(3), bits, (at, dropped, put) => {
        const reading = read(xml.slice(0, at) + put + xml.slice(at + dropped));
        const believed = said({ ...reading, assertions: reading.assertions.filter((each) => each.verified) });
        for (const each of believed) expect(each).toBe(genuine);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a signature that proves nothing is not believed', () => {
  const signed = () => sign(sampleResponse(), '_a1');
  const cases: readonly [string, string, () => string][] = [
    ['a changed value', 'digest-mismatch', () => change(signed(), 'ann@', 'eve@')],
    ['a changed ID', 'no-such-element', () => change(signed(), 'ID="_a1"', 'ID="_a2"')],
    ['white space put in', 'digest-mismatch', () => change(signed(), '<saml:Subject>', ' <saml:Subject>')],
    [
      'a changed prefix',
      'digest-mismatch',
      () =>
        change(signed(), /saml:NameID/g, 'SAML:NameID').replace(
          '<SAML:NameID',
          `<SAML:NameID xmlns:SAML="${NS.saml}"`,
        ),
    ],
    [
      'another SignatureValue',
      'value-mismatch',
      () => change(signed(), /<ds:SignatureValue>...../, '<ds:SignatureValue>AAAAA'),
    ],
    [
      'a changed digest',
      'digest-mismatch',
      () => change(signed(), /<ds:DigestValue>...../, '<ds:DigestValue>AAAAA'),
    ],
    ["a stranger's key in KeyInfo", 'no-trusted-key', () => sign(sampleResponse(), '_a1', stranger)],
    [
      "a stranger's key, unnamed",
      'value-mismatch',
      () => sign(sampleResponse(), '_a1', { ...stranger, omitKeyInfo: true }),
    ],
    [
      "the right certificate over a stranger's signature",
      'value-mismatch',
      () => sign(sampleResponse(), '_a1', { ...stranger, certificateDer: idp.certificateDer }),
    ],
    [
      'a comment inside DigestValue',
      'malformed',
      () => change(signed(), /<ds:DigestValue>/, '<ds:DigestValue><!--AAAA-->'),
    ],
    [
      'a comment inside SignatureValue',
      'malformed',
      () => change(signed(), /<ds:SignatureValue>/, '<ds:SignatureValue><!--AAAA-->'),
    ],
    ['two SignedInfo', 'malformed', () => change(signed(), /<ds:SignedInfo>.*<\/ds:SignedInfo>/, '$&$&')],
    [
      'a second SignedInfo after SignatureValue',
      'malformed',
      () => change(signed(), /(<ds:SignedInfo>.*<\/ds:SignedInfo>)(.*<\/ds:SignatureValue>)/, '$1$2$1'),
    ],
    ['no SignedInfo', 'malformed', () => change(signed(), /<ds:SignedInfo>.*<\/ds:SignedInfo>/, '')],
    [
      'no SignatureValue',
      'malformed',
      () => change(signed(), /<ds:SignatureValue>.*<\/ds:SignatureValue>/, ''),
    ],
    [
      'an empty SignatureValue',
      'malformed',
      () => change(signed(), /(<ds:SignatureValue>).*(<\/ds:SignatureValue>)/, '$1$2'),
    ],
    ['an Object', 'malformed', () => change(signed(), '</ds:Signature>', '<ds:Object/></ds:Signature>')],
    [
      'a foreign element in SignedInfo',
      'malformed',
      () => change(signed(), '<ds:Reference', '<x/><ds:Reference'),
    ],
    ['two DigestValues', 'malformed', () => change(signed(), /<ds:DigestValue>.*<\/ds:DigestValue>/, '$&$&')],
    ['two References', 'reference-count', () => change(signed(), /<ds:Reference.*<\/ds:Reference>/, '$&$&')],
    ['no Reference', 'reference-count', () => change(signed(), /<ds:Reference.*<\/ds:Reference>/, '')],
    ['a Reference to nothing', 'no-such-element', () => change(signed(), 'URI="#_a1"', 'URI="#_none"')],
    [
      'a Reference to another element',
      'reference-not-parent',
      () => change(signed(), 'URI="#_a1"', 'URI="#_r1"'),
    ],
    [
      'a Reference to the whole document',
      'reference-not-parent',
      () => change(signed(), 'URI="#_a1"', 'URI=""'),
    ],
    ['a Reference without URI', 'reference-not-parent', () => change(signed(), ' URI="#_a1"', '')],
    [
      'a Reference to the network',
      'reference-not-parent',
      () => change(signed(), 'URI="#_a1"', 'URI="http://127.0.0.1/a"'),
    ],
    ['an XPointer', 'no-such-element', () => change(signed(), 'URI="#_a1"', 'URI="#xpointer(id(\'_a1\'))"')],
    [
      'an ID used twice',
      'duplicate-id',
      () =>
        change(
          signed(),
          '<samlp:Status>',
          '<samlp:Extensions><x ID="_a1"/></samlp:Extensions><samlp:Status>',
        ),
    ],
    [
      'an id of another spelling used twice',
      'duplicate-id',
      () => change(signed(), '<samlp:Status>', '<samlp:Status id="_a1">'),
    ],
    [
      'an XPath transform',
      'transform-not-allowed',
      () =>
        change(
          signed(),
          /<ds:Transform /,
          '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>$&',
        ),
    ],
    [
      'an XSLT transform',
      'transform-not-allowed',
      () => change(signed(), ALG.enveloped, 'http://www.w3.org/TR/1999/REC-xslt-19991116'),
    ],
    [
      'three transforms',
      'transform-not-allowed',
      () =>
        change(signed(), '</ds:Transforms>', `<ds:Transform Algorithm="${ALG.excC14n}"/></ds:Transforms>`),
    ],
    [
      'an enveloped transform twice',
      'transform-not-allowed',
      () => sign(sampleResponse(), '_a1', { transforms: [ALG.enveloped, ALG.enveloped] }),
    ],
    [
      'no enveloped transform',
      'transform-not-allowed',
      () => sign(sampleResponse(), '_a1', { transforms: [ALG.excC14n] }),
    ],
    [
      'inclusive canonicalization as a transform',
      'transform-not-allowed',
      () => sign(sampleResponse(), '_a1', { transforms: [ALG.enveloped, ALG.c14n] }),
    ],
    [
      'a transform with parameters',
      'transform-not-allowed',
      () =>
        change(signed(), `"${ALG.enveloped}"/>`, `"${ALG.enveloped}"><ds:XPath>1</ds:XPath></ds:Transform>`),
    ],
    [
      'a SignatureMethod with a value of its own',
      'malformed',
      () =>
        change(
          signed(),
          `SignatureMethod Algorithm="${ALG.rsaSha256}"/>`,
          `SignatureMethod Algorithm="${ALG.rsaSha256}"><ds:SignatureValue>AAAA</ds:SignatureValue></ds:SignatureMethod>`,
        ),
    ],
    [
      'HMAC with the public key as secret',
      'algorithm-not-supported',
      () => change(signed(), ALG.rsaSha256, ALG.hmacSha256),
    ],
    ['an unknown digest', 'algorithm-not-supported', () => change(signed(), ALG.sha256, ALG.md5)],
    [
      'an unknown canonicalization',
      'algorithm-not-supported',
      () =>
        change(
          signed(),
          `CanonicalizationMethod Algorithm="${ALG.excC14n}"`,
          'CanonicalizationMethod Algorithm="urn:x"',
        ),
    ],
    [
      'a weaker algorithm named than used',
      'value-mismatch',
      () => change(signed(), ALG.rsaSha256, ALG.rsaSha1),
    ],
    [
      'an algorithm for another kind of key',
      'no-trusted-key',
      () => change(signed(), ALG.rsaSha256, ALG.ecdsaSha256),
    ],
  ];
  it.each(cases)('%s: %s', (_name, code, make) => {
    const reading = read(make());
    expect(faults(reading)).toEqual([code]);
    expect(reading.signatures[0]?.verifiedWith).toBeUndefined();
    expect(reading.signatures[0]?.signedElement).toBeUndefined();
    expect(verified(reading)).toEqual([false]);
  });

  it('a signature that was taken out', () => {
    const reading = read(change(signed(), /<ds:Signature .*<\/ds:Signature>/, ''));
    expect(reading.signatures).toEqual([]);
    expect(verified(reading)).toEqual([false]);
  });

  it('says nothing of the key when no certificate is trusted, but judges the form', () => {
    const reading = read(signed(), []);
    expect(reading.trustedKeys).toBe(0);
    expect(faults(reading)).toEqual([undefined]);
    expect(verified(reading)).toEqual([false]);
    expect(faults(read(change(signed(), 'URI="#_a1"', 'URI="#_r1"'), []))).toEqual(['reference-not-parent']);
  });

  it('is not moved by trusted bytes that are no certificate', () => {
    expect(faults(read(signed(), ['AAAA']))).toEqual(['no-trusted-key']);
    expect(read(signed(), ['AAAA', '', idp.certificateDer]).signatures[0]?.verifiedWith).toBe(2);
  });

  it('reads the whole value when a comment is put into it, as was signed', () => {
    const reading = read(
      sign(sampleResponse({ nameId: 'ann@example.com.evil.example' }), '_a1').replace(
        '.evil',
        '<!---->.evil',
      ),
    );
    expect(verified(reading)).toEqual([true]);
    expect(reading.assertions[0]?.subject?.nameIds[0]).toMatchObject({
      text: 'ann@example.com.evil.example',
      oddities: ['comment'],
    });
  });

  it('gives up on more signatures than an honest message has, soon', async () => {
    const one = /<ds:Signature .*<\/ds:Signature>/.exec(signed())?.[0] ?? '';
    const xml = sampleResponse({ assertions: `<x>${one.repeat(150)}</x>` });
    const { result: reading, paces } = await paced(() => read(xml));
    expect(paces).toBeLessThan(40);
    expect(reading.signatures).toHaveLength(150);
    expect(new Set(faults(reading))).toEqual(new Set(['malformed']));
  });

  it.each([
    ['one signature', 4900, ['_a1']],
    ['two signatures', 4900, ['_a1', '_r1']],
  ])('answers for the largest document with %s soon', async (_name, count, ids) => {
    const values = '<saml:AttributeValue>x</saml:AttributeValue>'.repeat(count);
    const unsigned = change(sampleResponse(), /<saml:AttributeValue.*<\/saml:AttributeValue>/, values);
    const large = ids.reduce((xml, id) => sign(xml, id), unsigned);
    const { result: reading, paces } = await paced(() => read(large));
    expect(paces).toBeLessThan(40);
    expect(verified(reading)).toEqual([true]);
  });
});
