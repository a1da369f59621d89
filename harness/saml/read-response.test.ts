import { describe, expect, it } from 'vitest';
import { NAMEID, STATUS } from './namespaces.ts';
import { readResponse } from './read-response.ts';
import { sampleAssertion, sampleResponse } from './sample-messages.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('readResponse', () => {
  it('reads every field, from base64 and from XML alike', () => {
    const raw = base64(sampleResponse());
    const reading = readResponse(raw, []);
    expect(reading).toMatchObject({
      id: '_r1',
      version: '2.0',
      issueInstant: '2026-03-01T10:00:00Z',
      destination: 'https://sp.example/acs',
      inResponseTo: '_q1',
      issuer: { text: 'https://idp.example', format: undefined },
      status: { code: STATUS.success, subCode: undefined, message: undefined },
      encryptedAssertions: [],
      signatures: [],
      trustedKeys: 0,
      duplicateIds: [],
      encodedLength: raw.length,
      schemaFaults: [],
    });
    expect({ ...readResponse(sampleResponse(), []), encodedLength: raw.length }).toEqual(reading);
  });

  it('reads every field of the assertion', () => {
    expect(readResponse(sampleResponse(), []).assertions).toMatchObject([
      {
        id: '_a1',
        version: '2.0',
        issueInstant: '2026-03-01T10:00:00Z',
        issuer: { text: 'https://idp.example' },
        verified: false,
        subject: {
          nameIds: [{ text: 'ann@example.com', format: NAMEID.emailAddress, oddities: [] }],
          confirmations: [
            {
              method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
              data: {
                recipient: 'https://sp.example/acs',
                notBefore: undefined,
                notOnOrAfter: '2026-03-01T10:05:00Z',
                inResponseTo: '_q1',
                address: undefined,
              },
            },
          ],
        },
        conditions: {
          notBefore: '2026-03-01T09:59:00Z',
          notOnOrAfter: '2026-03-01T10:05:00Z',
          audienceRestrictions: [{ audiences: [{ text: 'https://sp.example' }] }],
          others: [],
        },
        authnStatements: [
          {
            authnInstant: '2026-03-01T10:00:00Z',
            sessionIndex: '_s1',
            sessionNotOnOrAfter: undefined,
            contextClassRefs: [{ text: 'urn:oasis:names:tc:SAML:2.0:ac:classes:X509' }],
          },
        ],
        attributes: [{ name: 'first_name', nameFormat: undefined, values: [{ text: 'Änn' }] }],
      },
    ]);
  });

  it('joins the attributes of several statements, and all their values', () => {
    const more =
      '<saml:AttributeStatement><saml:Attribute Name="groups" NameFormat="urn:x" FriendlyName="Groups">' +
      '<saml:AttributeValue> a </saml:AttributeValue><saml:AttributeValue/></saml:Attribute></saml:AttributeStatement>';
    const assertions = sampleAssertion().replace('</saml:Assertion>', `${more}</saml:Assertion>`);
    const { attributes } = readResponse(sampleResponse({ assertions }), []).assertions[0] ?? {};
    expect(attributes).toMatchObject([
      { name: 'first_name' },
      {
        name: 'groups',
        nameFormat: 'urn:x',
        friendlyName: 'Groups',
        values: [{ text: ' a ' }, { text: '' }],
      },
    ]);
  });

  it('reads a refusal: both codes and the message', () => {
    const refusal = sampleResponse({ assertions: '' }).replace(
      /<samlp:StatusCode[^>]*>/,
      `<samlp:StatusCode Value="${STATUS.responder}"><samlp:StatusCode Value="${STATUS.authnFailed}"/></samlp:StatusCode>` +
        '<samlp:StatusMessage>Denied on the phone</samlp:StatusMessage>',
    );
    expect(readResponse(refusal, [])).toMatchObject({
      status: { code: STATUS.responder, subCode: STATUS.authnFailed, message: 'Denied on the phone' },
      assertions: [],
      schemaFaults: [],
    });
  });

  it('reads only assertions that are children of a samlp:Response', () => {
    const hidden = `<samlp:Extensions>${sampleAssertion({ assertionId: '_h' })}</samlp:Extensions>`;
    const xml = sampleResponse().replace('<samlp:Status>', `${hidden}<samlp:Status>`);
    expect(readResponse(xml, []).assertions.map(({ id }) => id)).toEqual(['_a1']);
    expect(readResponse(sampleAssertion(), []).assertions).toEqual([]);
    const stranger = sampleResponse().replace('xmlns:samlp="urn:oasis', 'xmlns:samlp="urn:other');
    expect(readResponse(stranger, []).assertions).toEqual([]);
  });

  it('names every ID that occurs more than once, in whatever spelling', () => {
    const assertions = sampleAssertion({ assertionId: '_r1' }) + sampleAssertion({ assertionId: '_x' });
    const xml = sampleResponse({ assertions }).replace(
      '<samlp:Status>',
      '<samlp:Status xml:id="_x" id="_y">',
    );
    expect(readResponse(xml, []).duplicateIds).toEqual(['_r1', '_x']);
  });

  it('keeps the text of an unreadable document out, but says why', () => {
    const reading = readResponse(base64('<samlp:Response>'), ['AAAA']);
    expect(reading.element).toBeUndefined();
    expect(reading.schemaFaults).toBeUndefined();
    expect(reading).toMatchObject({
      id: undefined,
      assertions: [],
      trustedKeys: 1,
      document: { problems: [{ code: 'not-well-formed' }] },
    });
  });

  it('reports what the schema forbids, with lines', () => {
    const xml = sampleResponse({ gap: '\n' }).replace(' Version="2.0"', '');
    expect(readResponse(xml, []).schemaFaults).toMatchObject([
      { message: expect.stringContaining("'Version'"), line: 2 },
    ]);
  });
});
