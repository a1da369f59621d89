import type { CheckResult } from '../../model/check.ts';
import type { MetadataReading, SignatureReading } from '../../model/readings.ts';
import type { SpecRef } from '../../model/spec.ts';
import { locate } from '../../saml/tree.ts';

export const signatureRefs: readonly [SpecRef, SpecRef] = [
  {
    document: 'saml-metadata',
    section: '3',
    says: 'A signature on metadata gives it integrity, and lets a trusted signer vouch for it.',
  },
  {
    document: 'saml-metadata',
    section: '3.1',
    says: 'It is enveloped, has one Reference, to the ID of the element that it signs, and no other transforms than those of SAML.',
  },
];

export const signatureMessages = {
  form: 'The signature of {element} is not of the form that metadata has: {why}',
  changed: 'The signature of {element} does not fit: the metadata was changed after it was signed.',
  value:
    'The signature of {element} was made by none of the keys in the document, not even the one in its KeyInfo.',
} as const;

/** `true`, or that nobody signed the metadata, which nobody must. */
export function isSigned({ signatures }: MetadataReading): true | string {
  return signatures.length > 0 || 'The metadata is not signed, and need not be.';
}

/** Whether each signature fits what it signs, by the keys that the document brings along; whose they are, it cannot tell. */
export function signatureFaults(
  artifact: 'idp-metadata' | 'sp-metadata',
  { document, signatures }: MetadataReading,
): CheckResult<keyof typeof signatureMessages> {
  const keyless = signatures.find(
    ({ fault, keyInfoCertificates }) => isKeyFault(fault) && keyInfoCertificates.length === 0,
  );
  if (keyless !== undefined)
    return {
      manual: `The signature of ${keyless.parent.name} names no certificate, and no key in the document made it: verify it with the publisher's key.`,
    };
  return signatures.flatMap(({ element, parent, fault }) =>
    fault === undefined
      ? []
      : [
          {
            message: isKeyFault(fault) ? 'value' : fault.code === 'digest-mismatch' ? 'changed' : 'form',
            data: { element: parent.name, why: fault.message },
            expected: 'a signature that verifies, or none',
            observed: fault.message,
            where: locate(artifact, element, document),
          } as const,
        ],
  );
}

function isKeyFault(fault: SignatureReading['fault']): boolean {
  return fault?.code === 'value-mismatch' || fault?.code === 'no-trusted-key';
}
