import { createHmac, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { Refusal } from '../../core/saml/refusal.ts';
import { type Element, ns } from '../../core/saml/xml.ts';
import { rsa } from '../accept/algorithms.ts';
import type { Algorithms, Run, Steps } from '../accept/types.ts';
import type { VerificationKey } from '../providers.ts';
import { skipForm, type Weaken, type Weaknesses, without } from './weakness.ts';

const more = 'http://www.w3.org/2001/04/xmldsig-more#';

/** Which algorithms are taken, and what is made of the rest. */
export const algorithms: Weaknesses = {
  'sha1-accepted': knowing({ [`${ns.ds}rsa-sha1`]: rsa('sha1') }, { [`${ns.ds}sha1`]: 'sha1' }),
  'md5-accepted': knowing({ [`${more}rsa-md5`]: rsa('md5') }, { [`${more}md5`]: 'md5' }),

  'hmac-with-public-key': (steps) => withHmac(steps, (keys) => keys.flatMap(publicSecrets)),
  'hmac-empty-key': (steps) => withHmac(steps, () => ['']),
  'hmac-truncated': (steps) =>
    // Its own secret nobody knows; but nobody has to, where no bit of the value is compared.
    withHmac(skipParameters(steps), (_keys, run) => [run.openers.join('')], outputLength),

  'unknown-algorithm-passes': (steps) => ({
    ...skipForm('parts', 'signedInfo', 'method')(steps),
    verifyValue: (facts, keys, run) =>
      !Object.hasOwn(run.steps.algorithms.signature, facts.method) || steps.verifyValue(facts, keys, run),
  }),

  'unknown-digest-passes': (steps) => ({
    ...skipForm('digest')(steps),
    digestHolds: (text, reference, wanted, run) =>
      !Object.hasOwn(run.steps.algorithms.digest, reference.digestMethod) ||
      steps.digestHolds(text, reference, wanted, run),
  }),

  'verifier-error-passes': (steps) => ({
    ...steps,
    algorithms: addSignature(steps, { [`${ns.ds}dsa-sha1`]: verifyDsa }),
    verifyValue: (facts, keys, run) => {
      try {
        return steps.verifyValue(facts, keys, run);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        return true;
      }
    },
  }),
};

function knowing(signature: Algorithms['signature'], digest: Algorithms['digest']): Weaken {
  return (steps) => ({
    ...steps,
    algorithms: {
      ...addSignature(steps, signature),
      digest: { ...steps.algorithms.digest, ...digest },
    },
  });
}

function addSignature({ algorithms: known }: Steps, signature: Algorithms['signature']): Algorithms {
  return { ...known, signature: { ...known.signature, ...signature } };
}

function skipParameters(steps: Steps): Steps {
  return { ...steps, signatureForm: without(steps.signatureForm, 'method') };
}

type Secrets = (keys: readonly VerificationKey[], run: Run) => readonly (string | Buffer)[];

/** Takes HMACs as signatures, by these secrets and those that it takes already. */
function withHmac(
  steps: Steps,
  secrets: Secrets,
  bitsOf: (method: Element | undefined) => number = () => 512,
): Steps {
  const entry = (uri: string, hash: string): Algorithms['signature'] => ({
    [uri]: (data, value, keys, method, run) => {
      const before = steps.algorithms.signature[uri];
      if (before?.(data, value, keys, method, run) === true) return true;
      const bits = Math.min(bitsOf(method), outputLength(method));
      return secrets(keys, run).some((secret) => {
        const own = createHmac(hash, secret).update(data).digest();
        return beginsAlike(own, value, Math.min(bits, own.length * 8));
      });
    },
  });
  const hmacs = {
    ...entry(`${ns.ds}hmac-sha1`, 'sha1'),
    ...entry(`${more}hmac-sha256`, 'sha256'),
    ...entry(`${more}hmac-sha512`, 'sha512'),
  };
  return { ...steps, algorithms: addSignature(steps, hmacs) };
}

/** The forms in which software holds a public certificate. */
function publicSecrets({ der, publicKey }: VerificationKey): readonly (string | Buffer)[] {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  if (der === '') return [pem];
  const certificate = new X509Certificate(Buffer.from(der, 'base64')).toString();
  const lines = `-----BEGIN CERTIFICATE-----\n${der.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----`;
  const texts = [pem, certificate, lines, der].flatMap((text) => [
    text,
    text.trimEnd(),
    `${text.trimEnd()}\n`,
  ]);
  return [...new Set(texts), Buffer.from(der, 'base64')];
}

/** HMACOutputLength in bits; all of them where none is named. */
function outputLength(method: Element | undefined): number {
  const found = method?.children.find(({ local }) => local === 'HMACOutputLength');
  return found === undefined ? 512 : Number(found.text);
}

function beginsAlike(own: Buffer, value: Buffer, bits: number): boolean {
  const whole = Math.floor(bits / 8);
  const rest = bits % 8;
  if (!own.subarray(0, whole).equals(value.subarray(0, whole))) return false;
  const mask = 0xff & (0xff << (8 - rest));
  return rest === 0 || ((own[whole] ?? 0) & mask) === ((value[whole] ?? 0) & mask);
}

/** As libraries do that are given a key of another kind: an error, not an answer. */
function verifyDsa(data: Buffer, value: Buffer, keys: readonly VerificationKey[]): boolean {
  return keys.some(({ publicKey }) => {
    if (publicKey.asymmetricKeyType !== 'dsa') throw new Error('The key is not one of DSA.');
    return verify(
      'sha1',
      data,
      { key: createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), dsaEncoding: 'ieee-p1363' },
      value,
    );
  });
}
