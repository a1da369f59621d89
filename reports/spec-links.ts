import type { SpecDocument, SpecRef } from '../harness/model/spec.ts';

const oasis = 'https://docs.oasis-open.org/security/saml/v2.0';

/** What each document is called, and where it is published. */
const documents: Readonly<Record<SpecDocument, { readonly title: string; readonly url?: string }>> = {
  'saml-core': { title: 'SAML 2.0 Core', url: `${oasis}/saml-core-2.0-os.pdf` },
  'saml-bindings': { title: 'SAML 2.0 Bindings', url: `${oasis}/saml-bindings-2.0-os.pdf` },
  'saml-profiles': { title: 'SAML 2.0 Profiles', url: `${oasis}/saml-profiles-2.0-os.pdf` },
  'saml-metadata': { title: 'SAML 2.0 Metadata', url: `${oasis}/saml-metadata-2.0-os.pdf` },
  'saml-authn-context': {
    title: 'SAML 2.0 Authentication Context',
    url: `${oasis}/saml-authn-context-2.0-os.pdf`,
  },
  'saml-errata': {
    title: 'SAML 2.0 Errata 05',
    url: `${oasis}/errata05/os/saml-v2.0-errata05-os.html`,
  },
  xml: { title: 'XML 1.0', url: 'https://www.w3.org/TR/xml/' },
  xmldsig: { title: 'XML Signature', url: 'https://www.w3.org/TR/xmldsig-core1/' },
  xmlenc: { title: 'XML Encryption', url: 'https://www.w3.org/TR/xmlenc-core1/' },
  rfc6265bis: {
    title: 'Cookies (RFC 6265bis)',
    url: 'https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/',
  },
  rfc7643: { title: 'SCIM: Core Schema (RFC 7643)', url: 'https://www.rfc-editor.org/rfc/rfc7643' },
  rfc7644: { title: 'SCIM: Protocol (RFC 7644)', url: 'https://www.rfc-editor.org/rfc/rfc7644' },
  rfc6749: { title: 'OAuth 2.0 (RFC 6749)', url: 'https://www.rfc-editor.org/rfc/rfc6749' },
  rfc6750: { title: 'Bearer Tokens (RFC 6750)', url: 'https://www.rfc-editor.org/rfc/rfc6750' },
  rfc7517: { title: 'JSON Web Key (RFC 7517)', url: 'https://www.rfc-editor.org/rfc/rfc7517' },
  rfc7519: { title: 'JSON Web Token (RFC 7519)', url: 'https://www.rfc-editor.org/rfc/rfc7519' },
  rfc7636: { title: 'PKCE (RFC 7636)', url: 'https://www.rfc-editor.org/rfc/rfc7636' },
  rfc8725: {
    title: 'JWT Best Current Practices (RFC 8725)',
    url: 'https://www.rfc-editor.org/rfc/rfc8725',
  },
  rfc9207: {
    title: 'Authorization Server Issuer Identification (RFC 9207)',
    url: 'https://www.rfc-editor.org/rfc/rfc9207',
  },
  rfc9700: {
    title: 'Best Current Practice for OAuth 2.0 Security (RFC 9700)',
    url: 'https://www.rfc-editor.org/rfc/rfc9700',
  },
  'oidc-core': {
    title: 'OpenID Connect Core 1.0',
    url: 'https://openid.net/specs/openid-connect-core-1_0.html',
  },
  'oidc-discovery': {
    title: 'OpenID Connect Discovery 1.0',
    url: 'https://openid.net/specs/openid-connect-discovery-1_0.html',
  },
  rfc9110: { title: 'HTTP (RFC 9110)', url: 'https://www.rfc-editor.org/rfc/rfc9110' },
  rfc9111: { title: 'HTTP Caching (RFC 9111)', url: 'https://www.rfc-editor.org/rfc/rfc9111' },
  rfc9231: { title: 'XML Security URIs (RFC 9231)', url: 'https://www.rfc-editor.org/rfc/rfc9231' },
  'nist-sp-800-63b': { title: 'NIST SP 800-63B', url: 'https://pages.nist.gov/800-63-4/sp800-63b.html' },
  'nist-sp-800-131a': {
    title: 'NIST SP 800-131A',
    url: 'https://csrc.nist.gov/pubs/sp/800/131/a/r2/final',
  },
  owasp: { title: 'OWASP Cheat Sheet Series', url: 'https://cheatsheetseries.owasp.org/' },
  'aws-identity-center': {
    title: 'IAM Identity Center User Guide',
    url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/',
  },
  'aws-iam': { title: 'AWS IAM User Guide', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/' },
  'aws-sts': { title: 'AWS STS API Reference', url: 'https://docs.aws.amazon.com/STS/latest/APIReference/' },
  'aws-scim': {
    title: 'IAM Identity Center SCIM Implementation Developer Guide',
    url: 'https://docs.aws.amazon.com/singlesignon/latest/developerguide/',
  },
  'aws-cognito': {
    title: 'Amazon Cognito Developer Guide',
    url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/',
  },
  '1kosmos': { title: '1Kosmos integration guide' },
  idemeum: { title: 'idemeum integration guide' },
};

/** A source as a reader sees it: what is cited, what it says, and an address where there is one. */
export interface Source {
  readonly kind: 'published' | 'assumption';
  /** `SAML 2.0 Core, 2.5.1.4`; for an assumption, the assumption. */
  readonly title: string;
  /** The sentence relied on; for an assumption, what is known. */
  readonly says: string;
  /** Only ever http or https. */
  readonly url?: string;
}

/** Makes a source readable: the reference's own address, else that of its document. */
export function describeSource(ref: SpecRef): Source {
  if ('assumption' in ref) return { kind: 'assumption', title: ref.assumption, says: ref.known };
  // A report may come from a file written by a newer version that knows more documents.
  const document = Object.hasOwn(documents, ref.document)
    ? documents[ref.document]
    : { title: String(ref.document) };
  const url = safeUrl(ref.url) ?? document.url;
  const source = { kind: 'published' as const, title: `${document.title}, ${ref.section}`, says: ref.says };
  return url === undefined ? source : { ...source, url };
}

function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
