import type { KeyObject } from 'node:crypto';
import type { SignerName } from '../model/attack.ts';
import type { MutationContext } from '../model/mutation.ts';
import { fillSignature, isTemplate } from './fill-signature.ts';
import { signForged } from './forge-algorithms.ts';
import { signElement } from './sign.ts';

/** PKCS #8 PEM, and the certificate as base64 DER. */
export interface SigningPair {
  readonly privateKeyPem: string;
  /** The same key, where it was read before: reading it takes longer than signing. */
  readonly privateKey?: KeyObject;
  readonly certificateDer: string;
}

export interface ContextParts
  extends Omit<
    MutationContext,
    'signAsStranger' | 'forgeSignature' | 'strangerCertificate' | 'idpCertificate'
  > {
  /** Base64 DER; taken from the identity provider's pair unless given. */
  readonly idpCertificate?: string;
  /** Made by the caller, since nothing here may be random. A mutation that needs a missing one does not fit. */
  readonly signers: Readonly<Partial<Record<SignerName, SigningPair>>>;
}

/** A signer that this login does not have. */
export class MissingSigner extends Error {
  override readonly name = 'MissingSigner';
}

/** The facts and tools that mutations are handed. @throws MissingSigner when a mutation asks for an absent key */
export function makeContext({ signers, ...facts }: ContextParts): MutationContext {
  const pairOf = (name: SignerName) => {
    const pair = signers[name];
    if (pair === undefined) throw new MissingSigner(`There is no key "${name}" to sign with.`);
    return pair;
  };
  return {
    ...facts,
    idpCertificate: facts.idpCertificate ?? signers.idp?.certificateDer ?? '',
    strangerCertificate: signers.stranger?.certificateDer ?? '',
    signAsStranger: (xml, elementId) => signElement(xml, elementId, pairOf('stranger')),
    forgeSignature: (xml, elementId, { as, keyInfo, canonicalization, ...options }) => {
      const pair = pairOf(as);
      const { certificateDer } = pair;
      if (isTemplate(xml, elementId)) {
        return fillSignature(xml, elementId, {
          certificateDer,
          ...(canonicalization === undefined ? {} : { canonicalization }),
          sign: (algorithm, data) => signForged(algorithm, data, pair.privateKey ?? pair.privateKeyPem),
        });
      }
      return signElement(xml, elementId, {
        ...pair,
        ...options,
        ...(canonicalization === undefined ? {} : { canonicalizationAlgorithm: canonicalization }),
        omitKeyInfo: keyInfo === 'none',
      });
    },
  };
}
