import { createPublicKey, X509Certificate } from 'node:crypto';
import { type Element, everyElement } from '../../core/saml/xml.ts';
import type { SignatureFacts, Steps } from '../accept/types.ts';
import type { TrustedKey, VerificationKey } from '../providers.ts';
import { addressesInSignatures } from './addresses.ts';
import type { Weaknesses } from './weakness.ts';

/** Whose keys signatures are verified by. */
export const keys: Weaknesses = {
  'keyinfo-trusted': (steps) => ({
    ...steps,
    findKeys: async (facts, provider, run) => [
      ...(await steps.findKeys(facts, provider, run)),
      ...certificatesOf(facts),
      ...keyValuesOf(facts),
    ],
  }),

  'keyinfo-by-subject': (steps) =>
    withCertificates(steps, (found, trusted) =>
      trusted.some(
        ({ certificate }) =>
          certificate.subject === found.certificate.subject &&
          certificate.issuer === found.certificate.issuer,
      ),
    ),

  'authority-trusted': (steps) =>
    withCertificates(steps, (found, trusted) =>
      trusted.some(({ certificate }) => certificate.issuer === found.certificate.issuer),
    ),

  'encryption-key-verifies': (steps) => ({
    ...steps,
    findKeys: async (facts, provider, run) => [
      ...(await steps.findKeys(facts, provider, run)),
      ...provider.encryption,
    ],
  }),

  'retired-key-kept': (steps) => ({
    ...steps,
    findKeys: async (facts, provider, run) => [
      ...(await steps.findKeys(facts, provider, run)),
      ...run.providers.retired(provider.entityId),
    ],
  }),

  'any-idp-for-any-issuer': (steps) => ({
    ...steps,
    // Where the two issuers of a message differ, some provider is the right one.
    findProvider: (_response, run) => run.providers.list()[0] ?? steps.findProvider(_response, run),
    isAddress: (given, expected, run) =>
      steps.isAddress(given, expected, run) ||
      (run.providers.find(expected) !== undefined && run.providers.find(given) !== undefined),
    findKeys: async (facts, provider, run) => [
      ...(await steps.findKeys(facts, provider, run)),
      ...run.providers.list().flatMap(({ signing }) => signing),
    ],
  }),

  'short-keys-accepted': (steps) => ({ ...steps, limits: { ...steps.limits, rsaBits: 0 } }),

  'key-addresses-fetched': (steps) => ({
    ...steps,
    parse: async (text, run) => {
      for (const address of addressesInSignatures(text)) await run.fetchText(address);
      return steps.parse(text, run);
    },
  }),
};

/** Adds those certificates of the message that pass for trusted ones. */
function withCertificates(
  steps: Steps,
  passes: (found: TrustedKey, trusted: readonly TrustedKey[]) => boolean,
): Steps {
  return {
    ...steps,
    findKeys: async (facts, provider, run) => [
      ...(await steps.findKeys(facts, provider, run)),
      ...certificatesOf(facts).filter((one) => passes(one, provider.signing)),
    ],
  };
}

function keyInfoOf({ element }: SignatureFacts): readonly Element[] {
  return [...everyElement(element)].filter(({ parent }) =>
    ['X509Data', 'RSAKeyValue'].includes(parent?.local ?? ''),
  );
}

function certificatesOf(facts: SignatureFacts): readonly TrustedKey[] {
  return keyInfoOf(facts)
    .filter(({ local }) => local === 'X509Certificate')
    .flatMap(({ text }) => {
      const der = text.replace(/\s+/g, '');
      try {
        const certificate = new X509Certificate(Buffer.from(der, 'base64'));
        return [{ certificate, der, publicKey: certificate.publicKey }];
      } catch {
        return [];
      }
    });
}

/** Bare keys (XML Signature 4.5.2.2). */
function keyValuesOf(facts: SignatureFacts): readonly VerificationKey[] {
  const parts = keyInfoOf(facts);
  const find = (local: string) => parts.find((one) => one.local === local)?.text.replace(/\s+/g, '');
  const [modulus, exponent] = [find('Modulus'), find('Exponent')];
  if (modulus === undefined || exponent === undefined) return [];
  const part = (text: string) => Buffer.from(text, 'base64').toString('base64url');
  const key = { kty: 'RSA', n: part(modulus), e: part(exponent) };
  return [{ der: '', publicKey: createPublicKey({ key, format: 'jwk' }) }];
}
