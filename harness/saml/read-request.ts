import type { RequestReading } from '../model/readings.ts';
import type { Delivery } from '../model/records.ts';
import type { XmlElement } from '../model/xml.ts';
import {
  type DecodedRedirect,
  decodePostParameter,
  decodeRedirectParameter,
  looksLikeXml,
} from './decode.ts';
import { defaultLimits, type XmlLimits } from './limits.ts';
import { NS } from './namespaces.ts';
import { parseXml } from './parse.ts';
import { readIssuer } from './read-parts.ts';
import { validateSchema } from './schema.ts';
import { readSignatures } from './signature.ts';
import { attr, childOf, childrenOf, textOf } from './tree.ts';

/**
 * Reads an AuthnRequest: the parameter after URL or form decoding, or the XML itself. `delivery` says by
 * which binding it came; without it the content decides. `trusted` are signing certificates (base64 DER)
 * of the service provider, for a signature inside the message.
 */
export function readRequest(
  raw: string,
  delivery: Delivery | undefined,
  trusted: readonly string[] = [],
  limits: XmlLimits = defaultLimits,
): RequestReading {
  const { deflate, text, problems } = decode(raw, delivery, limits);
  const document = problems.length > 0 ? { text, problems } : parseXml(text, limits);
  const root = document.root;
  if (root === undefined) return { document, ...nothing, deflate };
  return {
    document,
    element: root,
    ...readAuthnRequest(root),
    signatures: readSignatures(document, trusted),
    deflate,
    schemaFaults: validateSchema(document.text, 'protocol'),
  };
}

const nothing = {
  id: undefined,
  version: undefined,
  issueInstant: undefined,
  destination: undefined,
  acsUrl: undefined,
  acsIndex: undefined,
  protocolBinding: undefined,
  forceAuthn: undefined,
  isPassive: undefined,
  signatures: [],
} as const;

function decode(raw: string, delivery: Delivery | undefined, limits: XmlLimits): DecodedRedirect {
  if (looksLikeXml(raw)) return { text: raw, problems: [], deflate: 'none' };
  if (delivery?.binding === 'HTTP-POST') return { ...decodePostParameter(raw, limits), deflate: 'none' };
  return decodeRedirectParameter(raw, limits);
}

function readAuthnRequest(element: XmlElement) {
  const policy = childOf(element, NS.samlp, 'NameIDPolicy');
  const context = childOf(element, NS.samlp, 'RequestedAuthnContext');
  return {
    id: attr(element, 'ID'),
    version: attr(element, 'Version'),
    issueInstant: attr(element, 'IssueInstant'),
    destination: attr(element, 'Destination'),
    acsUrl: attr(element, 'AssertionConsumerServiceURL'),
    acsIndex: attr(element, 'AssertionConsumerServiceIndex'),
    protocolBinding: attr(element, 'ProtocolBinding'),
    forceAuthn: attr(element, 'ForceAuthn'),
    isPassive: attr(element, 'IsPassive'),
    ...readIssuer(element),
    ...(policy === undefined
      ? {}
      : {
          nameIdPolicy: {
            element: policy,
            format: attr(policy, 'Format'),
            allowCreate: attr(policy, 'AllowCreate'),
          },
        }),
    ...(context === undefined
      ? {}
      : {
          requestedAuthnContext: {
            element: context,
            comparison: attr(context, 'Comparison'),
            classRefs: childrenOf(context, NS.saml, 'AuthnContextClassRef').map(textOf),
          },
        }),
  };
}

export { type RedirectSignature, verifyRedirectSignature } from './redirect-signature.ts';
