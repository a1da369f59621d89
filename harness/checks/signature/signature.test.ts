import { describe, expect, it } from 'vitest';
import { createSigningKey } from '../../../mocks/core/keys.ts';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import hmac from '../../mutations/algorithms/hmac-with-public-key.ts';
import prefixListHuge from '../../mutations/canonicalization/prefix-list-huge.ts';
import contentChanged from '../../mutations/digest/altered.ts';
import commentInDigest from '../../mutations/digest/comment-in-value.ts';
import twoSignedInfos from '../../mutations/digest/several-signedinfo.ts';
import keyInfoReference from '../../mutations/key-confusion/key-info-reference.ts';
import keyName from '../../mutations/key-confusion/key-name.ts';
import retrievalMethod from '../../mutations/key-confusion/retrieval-method.ts';
import byStrangerUnnamed from '../../mutations/key-confusion/unnamed.ts';
import {
  attributeOf,
  elementText,
  insertAfter,
  insertFirst,
  insertInto,
  removeElement,
  replaceElement,
  setAttribute,
  setText,
} from '../../mutations/kit/edit.ts';
import { type GenuineLogin, makeGenuineLogin } from '../../mutations/kit/genuine.ts';
import atEndOfAssertion from '../../mutations/signature/at-end-of-assertion.ts';
import byStranger from '../../mutations/signature/by-stranger.ts';
import certificateOfStranger from '../../mutations/signature/certificate-of-stranger.ts';
import digestAltered from '../../mutations/signature/digest-altered.ts';
import valueAltered from '../../mutations/signature/value-altered.ts';
import referenceToDocument from '../../mutations/signature-misplaced/empty-uri-inner.ts';
import referenceOutside from '../../mutations/signature-misplaced/external-uri.ts';
import wrappedInAdvice from '../../mutations/signature-misplaced/in-other-response.ts';
import referenceToResponse from '../../mutations/signature-misplaced/refers-to-response.ts';
import twoReferences from '../../mutations/signature-misplaced/two-references.ts';
import valueBlank from '../../mutations/signature-missing/empty-value.ts';
import stripped from '../../mutations/signature-missing/stripped.ts';
import transformXpath from '../../mutations/transforms/xpath.ts';
import transformXslt from '../../mutations/transforms/xslt.ts';
import duplicateId from '../../mutations/wrapping/duplicate-id.ts';
import wrappedInStatusDetail from '../../mutations/wrapping/status-detail.ts';
import assertionAdded from '../../mutations/wrapping/unsigned-copy-read.ts';
import wrappedResponse from '../../mutations/wrapping/xsw2.ts';
import wrappedBefore from '../../mutations/wrapping/xsw3.ts';
import wrappedRound from '../../mutations/wrapping/xsw4.ts';
import wrappedTaken from '../../mutations/wrapping/xsw5.ts';
import wrappedInExtensions from '../../mutations/wrapping/xsw7.ts';
import wrappedInObject from '../../mutations/wrapping/xsw8.ts';
import { ALG } from '../../saml/namespaces.ts';
import { type SignOptions, signElement } from '../../saml/sign.ts';
import { changed, changedAll, checkTester, genuine, testNow, without } from '../check-tester.ts';
import { readArtifacts } from '../read.ts';
import coverage from './coverage.ts';
import digest from './digest.ts';
import form from './form.ts';
import key from './key.ts';
import keyAddresses from './key-addresses.ts';
import keyInfo from './key-info.ts';
import placement from './placement.ts';
import prefixList from './prefix-list.ts';
import presence from './presence.ts';
import reference from './reference.ts';
import strayMessages from './stray-messages.ts';
import transforms from './transforms.ts';
import uniqueIds from './unique-ids.ts';
import value from './value.ts';

const validity = { notBefore: new Date(testNow - 86_400_000), notAfter: new Date(testNow + 86_400_000) };
const second = await createSigningKey({ commonName: 'Second key', ...validity });
const expired = await createSigningKey({
  commonName: 'Expired certificate',
  notBefore: new Date(testNow - 2 * 86_400_000),
  notAfter: new Date(testNow - 86_400_000),
});

/** A change by search and replace, which has to find something. */
const response = (apply: (xml: string) => string) =>
  changed({
    on: 'response',
    apply: (xml) => {
      const result = apply(xml);
      if (result === xml) throw new Error('Nothing was changed.');
      return result;
    },
  });
const sent = (apply: (xml: string) => string) => changed({ on: 'response', apply }, 'after-signing');

/** The assertion signed by another key, which the service provider trusts beside the first. */
const signedBySecond = (options: Partial<SignOptions> = {}, { privateKeyPem, certificateDer } = second) =>
  changedAll(
    changed({
      on: 'setup',
      apply: (setup) => ({
        ...setup,
        idp: { ...setup.idp, certificates: [...(setup.idp?.certificates ?? []), certificateDer] },
      }),
    }),
    sent((xml) =>
      signElement(removeElement(xml, 'Assertion/Signature'), attributeOf(xml, 'Assertion', 'ID'), {
        privateKeyPem,
        certificateDer,
        ...options,
      }),
    ),
  );

/** Right signatures that look odd; no check of this area may fail on them. */
const right = [
  { name: 'the Response alone is signed', given: genuine, login: 'signed-response' },
  { name: 'the second trusted key signs', given: signedBySecond() },
  { name: 'the certificate has expired, for its key is what is trusted', given: signedBySecond({}, expired) },
  { name: 'there is no KeyInfo', given: signedBySecond({ omitKeyInfo: true }) },
  { name: 'it is RSA-PSS with SHA-512', given: signedBySecond({ signatureAlgorithm: ALG.rsaPssSha512 }) },
  { name: 'prefixes are included', given: signedBySecond({ inclusivePrefixes: ['xs', 'xsi'] }) },
  {
    name: 'the signed content is printed with CRLF and indents',
    given: response((xml) => xml.replaceAll('><saml:', '>\r\n  <saml:')),
  },
  {
    name: 'a comment stands between elements',
    given: response((xml) => insertFirst(xml, 'Assertion', '<!-- made by hand -->')),
  },
  {
    name: 'declarations are redundant and prefixes odd',
    given: response((xml) => xml.replaceAll('saml:', 'a.1:').replaceAll('xmlns:saml=', 'xmlns:a.1=')),
  },
  {
    name: 'the namespace is the default one',
    given: response((xml) =>
      xml
        .replaceAll(/(<\/?)saml:/g, '$1')
        .replaceAll('<Assertion ', '<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ')
        .replace('<Issuer>', '<Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">'),
    ),
  },
] as const;

const signaturePath = '/samlp:Response/saml:Assertion[1]/ds:Signature[1]';
const noTrust = {
  name: 'no trusted certificate is known',
  given: without('setup', 'idp-metadata'),
};

checkTester(presence, {
  passes: [...right, byStranger, contentChanged],
  fails: [
    { given: stripped, message: 'absent', where: { path: '/samlp:Response' } },
    { given: wrappedInStatusDetail, message: 'absent' },
    {
      name: 'the assertion has to be signed',
      given: genuine,
      login: 'signed-response',
      options: { wants: 'assertion' },
      message: 'absent',
    },
    {
      name: 'the Response has to be signed',
      given: genuine,
      options: { wants: 'response' },
      message: 'absent',
    },
    { name: 'both have to be signed', given: genuine, options: { wants: 'both' }, message: 'absent' },
  ],
});

checkTester(form, {
  passes: [...right],
  fails: [
    { given: twoSignedInfos, message: 'malformed', where: { path: signaturePath } },
    { given: commentInDigest, message: 'malformed' },
    { given: valueBlank, message: 'malformed' },
    { given: wrappedInObject, message: 'malformed' },
  ],
  notApplicable: [stripped],
});

checkTester(key, {
  passes: [...right],
  fails: [
    { given: byStranger, message: 'unknown', where: { path: signaturePath } },
    {
      name: 'the key was withdrawn',
      given: changedAll(
        signedBySecond(),
        changed({
          on: 'setup',
          apply: (setup) => ({
            ...setup,
            idp: { ...setup.idp, certificates: (setup.idp?.certificates ?? []).slice(0, 1) },
          }),
        }),
      ),
      message: 'unknown',
    },
  ],
  notApplicable: [stripped, noTrust],
});

checkTester(value, {
  passes: [
    ...right,
    { name: 'what was signed is changed, which another check tells', given: contentChanged },
  ],
  fails: [
    { given: valueAltered, message: 'mismatch', where: { path: signaturePath } },
    { given: byStrangerUnnamed, message: 'mismatch' },
  ],
  notApplicable: [stripped, noTrust],
});

checkTester(digest, {
  passes: [...right],
  fails: [
    { given: contentChanged, message: 'changed', where: { path: signaturePath } },
    { given: digestAltered, message: 'changed' },
    {
      name: 'white space is added',
      given: sent((xml) => insertInto(xml, 'Assertion/Conditions', '\n')),
      message: 'changed',
    },
  ],
  notApplicable: [stripped, noTrust],
});

checkTester(reference, {
  passes: [...right],
  fails: [
    { given: twoReferences, message: 'elsewhere', where: { path: signaturePath } },
    { given: referenceToResponse, message: 'elsewhere' },
    { given: referenceToDocument, message: 'elsewhere' },
    { given: referenceOutside, message: 'elsewhere' },
    { given: wrappedTaken, message: 'elsewhere' },
    { given: wrappedResponse, login: 'signed-response', message: 'elsewhere' },
  ],
  notApplicable: [stripped],
});

checkTester(transforms, {
  passes: [...right],
  fails: [
    { given: transformXpath, message: 'other', where: { path: signaturePath } },
    { given: transformXslt, message: 'other' },
  ],
  notApplicable: [stripped],
});

checkTester(uniqueIds, {
  passes: [...right, stripped],
  fails: [
    { given: duplicateId, message: 'repeated', where: { path: '/samlp:Response/saml:Assertion[2]' } },
    {
      name: 'another spelling of the attribute has the value',
      given: (login: GenuineLogin) =>
        sent((xml) =>
          insertAfter(xml, 'Status', `<x xmlns="urn:x" Id="${attributeOf(xml, 'Assertion', 'ID')}"/>`),
        )(login),
      message: 'repeated',
    },
  ],
});

checkTester(coverage, {
  passes: [...right, { name: 'the signature is spoilt, which another check tells', given: valueAltered }],
  fails: [
    { given: assertionAdded, message: 'outside', where: { path: '/samlp:Response/saml:Assertion[2]' } },
    { given: wrappedBefore, message: 'outside', where: { path: '/samlp:Response/saml:Assertion[1]' } },
    { given: wrappedRound, message: 'outside' },
    { given: wrappedInAdvice, message: 'outside' },
    { given: wrappedInExtensions, message: 'outside' },
    { given: wrappedInStatusDetail, message: 'outside' },
  ],
  notApplicable: [stripped, noTrust],
});

checkTester(placement, {
  passes: [...right, hmac],
  fails: [
    { given: atEndOfAssertion, message: 'order' },
    {
      name: 'it stands in the Subject',
      given: sent((xml) =>
        insertInto(
          removeElement(xml, 'Assertion/Signature'),
          'Assertion/Subject',
          elementText(xml, 'Assertion/Signature'),
        ),
      ),
      message: 'elsewhere',
    },
  ],
  notApplicable: [stripped],
});

checkTester(strayMessages, {
  passes: [
    ...right,
    {
      name: 'another assertion stands in Advice',
      given: response((xml) =>
        insertAfter(
          xml,
          'Assertion/Conditions',
          `<saml:Advice>${replaceElement(elementText(xml, 'Assertion'), 'Assertion', (text) => text.replace(/ ID="_/, ' ID="_a'))}</saml:Advice>`,
        ),
      ),
    },
  ],
  fails: [
    {
      given: wrappedRound,
      message: 'stray',
      where: { path: '/samlp:Response/saml:Assertion[1]/saml:Assertion[1]' },
    },
    { given: wrappedInExtensions, message: 'stray' },
    { given: wrappedInObject, message: 'stray' },
    { given: wrappedInStatusDetail, message: 'stray' },
    { given: wrappedResponse, login: 'signed-response', message: 'stray' },
  ],
});

checkTester(keyInfo, {
  passes: [
    genuine,
    { name: 'the second trusted key signs', given: signedBySecond() },
    {
      name: 'a chain follows the certificate',
      given: (login: GenuineLogin) =>
        sent((xml) =>
          insertAfter(
            xml,
            'X509Certificate',
            `<ds:X509Certificate>${login.context.strangerCertificate}</ds:X509Certificate>`,
          ),
        )(login),
    },
    { name: 'a stranger signs, which another check tells', given: byStranger },
  ],
  fails: [
    { given: certificateOfStranger, message: 'other', where: { path: signaturePath } },
    {
      name: 'it is no certificate',
      given: sent((xml) => setText(xml, 'X509Certificate', 'bm90IGEgY2VydGlmaWNhdGU=')),
      message: 'other',
    },
  ],
  notApplicable: [
    stripped,
    noTrust,
    { name: 'there is no KeyInfo', given: signedBySecond({ omitKeyInfo: true }) },
  ],
});

checkTester(keyAddresses, {
  passes: [
    ...right,
    { name: 'the key has a name that looks like an address', given: keyName },
    {
      name: 'another place in the message is meant',
      given: sent((xml) => insertInto(xml, 'Signature/KeyInfo', '<ds:RetrievalMethod URI="#_key"/>')),
    },
  ],
  fails: [
    {
      given: retrievalMethod,
      message: 'outside',
      where: { path: `${signaturePath}/ds:KeyInfo[1]/ds:RetrievalMethod[1]/@URI` },
    },
    { given: keyInfoReference, message: 'outside' },
  ],
  notApplicable: [stripped],
});

checkTester(prefixList, {
  passes: [...right],
  fails: [
    {
      given: prefixListHuge,
      message: 'long',
      where: {
        path: `${signaturePath}/ds:SignedInfo[1]/ds:Reference[1]/ds:Transforms[1]/ds:Transform[2]/ec:InclusiveNamespaces[1]/@PrefixList`,
      },
    },
    {
      name: 'less is asked for',
      given: signedBySecond({ inclusivePrefixes: ['xs', 'xsi'] }),
      options: { most: 1 },
      message: 'long',
    },
  ],
  notApplicable: [stripped],
});

describe('signature/value', () => {
  it('asks a person to look where an algorithm cannot be verified here', async () => {
    const keys = await makeSelftestKeys(testNow);
    const claimed = sent((xml) =>
      setAttribute(
        xml,
        'SignedInfo/SignatureMethod',
        'Algorithm',
        'http://www.w3.org/2001/04/xmldsig-more#rsa-ripemd160',
      ),
    )(makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys }));
    const run = runCheck(value, readArtifacts(claimed), { now: testNow, skewMs: 0 });
    expect(run).toMatchObject({ outcome: 'manual' });
    expect(JSON.stringify(run)).toContain('rsa-ripemd160');
  });
});
