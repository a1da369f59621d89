import { type KeyObject, X509Certificate } from 'node:crypto';
import { ControlError } from '../core/control.ts';
import { saml } from '../core/saml/write-xml.ts';
import { attribute, childrenOf, type Element, everyElement, ns, onlyChild, parse } from '../core/saml/xml.ts';

/** What signatures are verified by. */
export interface VerificationKey {
  readonly publicKey: KeyObject;
  /** Its certificate, base64 without line breaks; empty for a key without one. */
  readonly der: string;
}

export interface TrustedKey extends VerificationKey {
  readonly certificate: X509Certificate;
}

/** An identity provider as its metadata describes it. */
export interface Provider {
  readonly entityId: string;
  /** Address for AuthnRequests by HTTP-Redirect. */
  readonly ssoUrl: string;
  /** Address for logout messages by HTTP-Redirect; undefined when it has none. */
  readonly sloUrl: string | undefined;
  readonly wantsSignedRequests: boolean;
  /** Keys for signing: all that signatures are verified by. */
  readonly signing: readonly TrustedKey[];
  /** Keys that others encrypt for it with: no signature counts by them. */
  readonly encryption: readonly TrustedKey[];
}

/** The identity providers that are trusted. All of it survives a restart. */
export interface Providers {
  /** Replaces them all. @throws ControlError for metadata that cannot be used */
  readonly put: (metadata: readonly string[]) => void;
  readonly list: () => readonly Provider[];
  readonly find: (entityId: string | undefined) => Provider | undefined;
  /** Signing keys that a provider's metadata had before and has no longer. Nothing strict asks for them. */
  readonly retired: (entityId: string) => readonly TrustedKey[];
}

export function createProviders(initial: readonly string[]): Providers {
  let current: readonly Provider[] = initial.map(importMetadata);
  const before = new Map<string, readonly TrustedKey[]>();
  return {
    put: (metadata) => {
      const next = metadata.map(importMetadata);
      for (const { entityId, signing } of current)
        before.set(entityId, [...(before.get(entityId) ?? []), ...signing]);
      current = next;
    },
    list: () => current,
    find: (entityId) => current.find((one) => one.entityId === entityId),
    retired: (entityId) => {
      const valid = current.find((one) => one.entityId === entityId)?.signing.map(({ der }) => der) ?? [];
      return (before.get(entityId) ?? []).filter(({ der }) => !valid.includes(der));
    },
  };
}

/** Reads a metadata file (Metadata 2.4); one that cannot be used is refused with 400 and the reason. */
export function importMetadata(metadata: string): Provider {
  const root = parse(metadata);
  if ('problem' in root) return refuse(`It cannot be read as XML. ${root.problem}`);
  if (root.namespace !== ns.md || root.local !== 'EntityDescriptor')
    return refuse(`Its root is "${root.local}", not an EntityDescriptor of SAML 2.0.`);
  const entityId = attribute(root, 'entityID') ?? '';
  if (entityId === '' || entityId.length > 1024) return refuse('It has no entityID of 1 to 1024 characters.');
  const role = onlyChild(root, ns.md, 'IDPSSODescriptor');
  if (role === undefined) return refuse('It does not have exactly one IDPSSODescriptor.');
  const ssoUrl = locationOf(role, 'SingleSignOnService');
  if (ssoUrl === undefined)
    return refuse(
      'It has no SingleSignOnService with the HTTP-Redirect binding and an http or https address.',
    );
  const signing = keysOf(role, 'signing');
  if (signing.length === 0) return refuse('It has no X.509 certificate for signing.');
  return {
    entityId,
    ssoUrl,
    sloUrl: locationOf(role, 'SingleLogoutService'),
    wantsSignedRequests: ['true', '1'].includes(attribute(role, 'WantAuthnRequestsSigned') ?? ''),
    signing,
    encryption: keysOf(role, 'encryption'),
  };
}

function locationOf(role: Element, local: string): string | undefined {
  const service = childrenOf(role, ns.md, local).find(
    (one) => attribute(one, 'Binding') === saml.redirect && isWebAddress(attribute(one, 'Location')),
  );
  return service && attribute(service, 'Location');
}

function isWebAddress(url: string | undefined): boolean {
  return /^https?:$/.test(URL.parse(url ?? '')?.protocol ?? '');
}

/** A KeyDescriptor without `use` serves both (Metadata 2.4.1.1). */
function keysOf(role: Element, use: 'signing' | 'encryption'): readonly TrustedKey[] {
  return childrenOf(role, ns.md, 'KeyDescriptor')
    .filter((key) => (attribute(key, 'use') ?? use) === use)
    .flatMap((key) => [...everyElement(key)])
    .filter((one) => one.namespace === ns.ds && one.local === 'X509Certificate')
    .map((one) => readKey(one.text.replace(/\s+/g, '')));
}

function readKey(der: string): TrustedKey {
  try {
    const certificate = new X509Certificate(Buffer.from(der, 'base64'));
    return { certificate, der, publicKey: certificate.publicKey };
  } catch {
    return refuse('A certificate in it cannot be read as X.509.');
  }
}

function refuse(reason: string): never {
  throw new ControlError(400, `The identity provider's metadata was not taken. ${reason}`);
}
