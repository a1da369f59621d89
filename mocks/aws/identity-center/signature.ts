import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { loadSamlify } from '../../core/samlify.ts';
import { createIdpEntity } from './idp-entity.ts';
import { must } from './refusal.ts';
import type { SignedParts } from './signature-shape.ts';
import type { Trust } from './trust.ts';
import { ns } from './xml.ts';

type SamlLib = ReturnType<typeof loadSamlify>['SamlLib'];
type VerifierMetadata = NonNullable<Parameters<SamlLib['verifySignature']>[1]['metadata']>;

/**
 * Verifies every signature that is there, each by any one imported certificate, and gives the assertion's XML as it
 * was signed. KeyInfo is never a source of keys.
 */
export function verify(xml: string, signed: SignedParts, trust: Trust): string {
  const assertions: string[] = [];
  if (signed.response) {
    const found = verifyFirst(xml, trust);
    must(found !== undefined, 'Response signature is not valid');
    assertions.push(found);
  }
  if (signed.assertion) {
    const found = verifyFirst(signed.response ? withoutResponseSignature(xml) : xml, trust);
    must(found !== undefined, 'Assertion signature is not valid');
    assertions.push(found);
  }
  return assertions[0] ?? '';
}

/** Verifies the first signature: the Response's if it has one, else the Assertion's. */
function verifyFirst(xml: string, trust: Trust): string | undefined {
  const { SamlLib } = loadSamlify();
  for (const certificate of trust.certificates) {
    const { entityMeta } = createIdpEntity(trust, { certificate });
    try {
      const [verified, assertion] = SamlLib.verifySignature(xml, { metadata: once(entityMeta) });
      if (verified && assertion !== null) return assertion;
    } catch {
      // Another certificate in KeyInfo, an algorithm that is not supported, a digest that differs: try the next key.
    }
  }
  return undefined;
}

/** The library goes on to the Assertion's signature when the Response's fails: it gets a key for one try only. */
function once(metadata: VerifierMetadata): VerifierMetadata {
  let asked = false;
  return Object.create(metadata, {
    getX509Certificate: {
      value: (use: 'signing') => {
        if (asked) throw new Error('Only one signature is verified at a time.');
        asked = true;
        return metadata.getX509Certificate(use);
      },
    },
  });
}

function withoutResponseSignature(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const root = document.documentElement;
  for (const child of [...(root?.childNodes ?? [])])
    if (child.localName === 'Signature' && child.namespaceURI === ns.ds) root?.removeChild(child);
  return new XMLSerializer().serializeToString(document);
}
