/**
 * A document that a check relies on. SAML sections are numbered as in the OASIS Standard of March 2005; what the errata
 * of May 2012 change is cited as `saml-errata`. `rfc6265bis` is the working group's draft; of documents with several
 * editions, the section names the edition.
 */
export type SpecDocument =
  | 'saml-core'
  | 'saml-bindings'
  | 'saml-profiles'
  | 'saml-metadata'
  | 'saml-authn-context'
  | 'saml-errata'
  | 'xml'
  | 'xmldsig'
  | 'xmlenc'
  | 'rfc6265bis'
  | 'rfc7643'
  | 'rfc7644'
  | 'rfc6749'
  | 'rfc6750'
  | 'rfc7517'
  | 'rfc7519'
  | 'rfc7636'
  | 'rfc8725'
  | 'rfc9207'
  | 'rfc9700'
  | 'oidc-core'
  | 'oidc-discovery'
  | 'rfc9110'
  | 'rfc9111'
  | 'rfc9231'
  | 'nist-sp-800-63b'
  | 'nist-sp-800-131a'
  | 'owasp'
  | 'aws-identity-center'
  | 'aws-iam'
  | 'aws-sts'
  | 'aws-scim'
  | 'aws-cognito'
  | '1kosmos'
  | 'idemeum';

/** Where a rule comes from: a published statement, or an assumption of ours that says what is known. */
export type SpecRef =
  | {
      readonly document: SpecDocument;
      /** Section number or page name within the document, for example `4.1.4.2`. */
      readonly section: string;
      /** The sentence relied on, in our words. */
      readonly says: string;
      readonly url?: string;
    }
  | { readonly assumption: string; readonly known: string };

/** A published weakness that a mutation imitates, for example `CVE-2024-45409`. */
export type CveId = `CVE-${number}-${number}`;
