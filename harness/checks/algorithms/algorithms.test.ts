import { createSigningKey } from '../../../mocks/core/keys.ts';
import { makeSignerKeys } from '../../cli/signer-keys.ts';
import canonicalizedInclusively from '../../mutations/algorithms/canonicalized-inclusively.ts';
import digestMissing from '../../mutations/algorithms/digest-missing.ts';
import digestNone from '../../mutations/algorithms/digest-none.ts';
import digestSha1 from '../../mutations/algorithms/digest-sha1.ts';
import hmac from '../../mutations/algorithms/hmac-with-public-key.ts';
import noAlgorithm from '../../mutations/algorithms/none.ts';
import sha1 from '../../mutations/algorithms/sha1.ts';
import { attributeOf, removeElement, setAttribute } from '../../mutations/kit/edit.ts';
import stripped from '../../mutations/signature-missing/stripped.ts';
import { ALG } from '../../saml/namespaces.ts';
import { type SignOptions, signElement } from '../../saml/sign.ts';
import { changed, changedAll, checkTester, genuine, testNow } from '../check-tester.ts';
import canonicalization from './canonicalization.ts';
import digest from './digest.ts';
import keySize from './key-size.ts';
import publicKey from './public-key.ts';
import signature from './signature.ts';

const key = await createSigningKey({
  commonName: 'Algorithms',
  notBefore: new Date(testNow - 86_400_000),
  notAfter: new Date(testNow + 86_400_000),
});
const { 'idp-short': short } = await makeSignerKeys(testNow, key);

/** The assertion truly signed with these algorithms, by a key of the test. */
const signedWith = (options: Partial<SignOptions>) =>
  changed(
    {
      on: 'response',
      apply: (xml) =>
        signElement(removeElement(xml, 'Assertion/Signature'), attributeOf(xml, 'Assertion', 'ID'), {
          privateKeyPem: key.privateKeyPem,
          certificateDer: key.certificateDer,
          ...options,
        }),
    },
    'after-signing',
  );
const claims = (element: string, algorithm: string) =>
  changed(
    {
      on: 'response',
      apply: (xml) => setAttribute(xml, `Signature/SignedInfo/${element}`, 'Algorithm', algorithm),
    },
    'after-signing',
  );
const info = '/samlp:Response/saml:Assertion[1]/ds:Signature[1]/ds:SignedInfo[1]';

checkTester(signature, {
  passes: [
    { name: 'it is RSA with SHA-512', given: signedWith({ signatureAlgorithm: ALG.rsaSha512 }) },
    { name: 'it is RSA-PSS', given: signedWith({ signatureAlgorithm: ALG.rsaPssSha256 }) },
    { name: 'it is ECDSA with SHA-384', given: claims('SignatureMethod', ALG.ecdsaSha384) },
  ],
  fails: [
    { given: sha1, message: 'weak', where: { path: `${info}/ds:SignatureMethod[1]` } },
    {
      name: 'it is truly made with SHA-1',
      given: signedWith({ signatureAlgorithm: ALG.rsaSha1 }),
      message: 'weak',
    },
    { name: 'it is RSA with MD5', given: claims('SignatureMethod', ALG.rsaMd5), message: 'weak' },
  ],
  notApplicable: [stripped],
});

checkTester(digest, {
  passes: [
    { name: 'it is SHA-384', given: signedWith({ digestAlgorithm: ALG.sha384 }) },
    { name: 'it is SHA-512', given: signedWith({ digestAlgorithm: ALG.sha512 }) },
    {
      name: 'it is SHA-3',
      given: claims('Reference/DigestMethod', 'http://www.w3.org/2007/05/xmldsig-more#sha3-256'),
    },
    { name: 'it is not there at all, which another check tells', given: digestMissing },
  ],
  fails: [
    {
      given: digestSha1,
      message: 'weak',
      where: { path: `${info}/ds:Reference[1]/ds:DigestMethod[1]/@Algorithm` },
    },
    {
      name: 'it is truly made with SHA-1',
      given: signedWith({ digestAlgorithm: ALG.sha1 }),
      message: 'weak',
    },
    { name: 'it is MD5', given: claims('Reference/DigestMethod', ALG.md5), message: 'weak' },
    {
      given: digestNone,
      message: 'unknown',
      where: { path: `${info}/ds:Reference[1]/ds:DigestMethod[1]/@Algorithm` },
    },
    { name: 'it is empty', given: claims('Reference/DigestMethod', ''), message: 'unknown' },
  ],
  notApplicable: [stripped],
});

checkTester(publicKey, {
  passes: [
    genuine,
    { name: 'it is RSA-PSS', given: claims('SignatureMethod', ALG.rsaPssSha512) },
    { name: 'it is ECDSA', given: claims('SignatureMethod', ALG.ecdsaSha256) },
    {
      name: 'it is EdDSA',
      given: claims('SignatureMethod', 'http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519'),
    },
    { name: 'it is weak, which another check tells', given: sha1 },
  ],
  fails: [
    { given: hmac, message: 'hmac', where: { path: '/samlp:Response/saml:Assertion[1]/ds:Signature[1]' } },
    { given: noAlgorithm, message: 'unknown' },
    { name: 'it is empty', given: claims('SignatureMethod', ''), message: 'unknown' },
    {
      name: 'it only begins like one',
      given: claims('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-none'),
      message: 'unknown',
    },
    {
      name: 'it has a name of its own',
      given: claims('SignatureMethod', 'urn:example#rsa-sha256'),
      message: 'unknown',
    },
  ],
  notApplicable: [stripped],
});

checkTester(canonicalization, {
  passes: [
    {
      name: 'comments are kept',
      given: signedWith({ canonicalizationAlgorithm: ALG.excC14nWithComments }),
    },
  ],
  fails: [
    {
      given: canonicalizedInclusively,
      message: 'other',
      where: { path: '/samlp:Response/saml:Assertion[1]/ds:Signature[1]' },
    },
  ],
  notApplicable: [stripped],
});

/** The key of the test is trusted beside the genuine one. */
const trusted = ({ certificateDer }: { readonly certificateDer: string }) =>
  changed({
    on: 'setup',
    apply: (setup) => ({
      ...setup,
      idp: { ...setup.idp, certificates: [...(setup.idp?.certificates ?? []), certificateDer] },
    }),
  });

checkTester(keySize, {
  passes: [
    genuine,
    { name: 'a key of 2,048 bits is not trusted, which another check tells', given: signedWith({}) },
    {
      name: 'a short key came along, and another one verified',
      given: changedAll(trusted(key), signedWith({ certificateDer: short.certificateDer })),
    },
  ],
  fails: [
    {
      name: 'the key is trusted all the same',
      given: changedAll(trusted(short), signedWith(short)),
      message: 'short',
      where: { path: '/samlp:Response/saml:Assertion[1]/ds:Signature[1]' },
    },
    {
      name: 'it is trusted, and its certificate did not come along',
      given: changedAll(trusted(short), signedWith({ ...short, omitKeyInfo: true })),
      message: 'short',
    },
    { name: 'nobody trusts the key', given: signedWith(short), message: 'short' },
    { name: 'more is asked for', given: genuine, options: { minRsaBits: 3072 }, message: 'short' },
  ],
  notApplicable: [stripped],
});
