import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { loadSamlify } from '../samlify.ts';
import { createIdpEntity, type TrustedIdp } from './idp-entity.ts';
import { must } from './refusal.ts';
import type { SignedParts } from './signature-shape.ts';
import { ns } from './xml.ts';

type SamlLib = ReturnType<typeof loadSamlify>['SamlLib'];
type VerifierMetadata = NonNullable<Parameters<SamlLib['verifySignature']>[1]['metadata']>;

/**
 * Verifies every signature that is there, each by any one imported certificate, and gives the assertion's XML as it
 * was signed. KeyInfo is never a source of keys.
 */
export function verify(xml: string, signed: SignedParts, trust: TrustedIdp): string {
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

/** The assertion as it was signed, if either signature holds; undefined when none does. */
export function verifyEither(xml: string, signed: SignedParts, trust: TrustedIdp): string | undefined {
  const byResponse = signed.response ? verifyFirst(xml, trust) : undefined;
  if (byResponse !== undefined || !signed.assertion) return byResponse;
  return verifyFirst(signed.response ? withoutResponseSignature(xml) : xml, trust);
}

/** Verifies the first signature: the Response's if it has one, else the Assertion's. */
function verifyFirst(xml: string, trust: TrustedIdp): string | undefined {
  return verifyMessage(xml, trust)?.content ?? undefined;
}

/**
 * The same; `content` is the only Assertion below what was signed, the Response when its Assertion is encrypted, and
 * null when it holds none. Undefined when the signature does not hold.
 */
export function verifyMessage(
  xml: string,
  trust: TrustedIdp,
): { readonly content: string | null } | undefined {
  const { SamlLib } = loadSamlify();
  let withoutContent: { readonly content: null } | undefined;
  for (const certificate of trust.certificates) {
    const { entityMeta } = createIdpEntity(trust, { certificate });
    try {
      const [verified, content] = SamlLib.verifySignature(xml, { metadata: once(entityMeta) });
      if (verified && content !== null) return { content };
      if (verified) withoutContent = { content: null };
    } catch {
      // Another certificate in KeyInfo, an algorithm that is not supported, a digest that differs: try the next key.
    }
  }
  return withoutContent;
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

/** The message with the Response's own signature taken out, as its enveloped-signature transform does. */
export function withoutResponseSignature(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const root = document.documentElement;
  for (const child of [...(root?.childNodes ?? [])])
    if (child.localName === 'Signature' && child.namespaceURI === ns.ds) root?.removeChild(child);
  return new XMLSerializer().serializeToString(document);
}
