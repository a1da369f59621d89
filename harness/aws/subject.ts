import { createHash } from 'node:crypto';

const saml2Prefix = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';

/** What SAML takes for granted when a NameID has no Format. Source: SAML Core 2.2.2. */
export const unspecifiedFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

/** NameID formats that AWS sign-in lists in its metadata. Source: IAM User Guide, "Configuring SAML assertions". */
export const supportedNameIdFormats: readonly string[] = [
  `${saml2Prefix}persistent`,
  `${saml2Prefix}transient`,
  `${saml2Prefix}kerberos`,
  `${saml2Prefix}entity`,
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  unspecifiedFormat,
  'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName',
];

/**
 * NameQualifier of the answer and `saml:namequalifier`: base64 of SHA-1 over issuer, account, "/" and provider name,
 * without a separator after the issuer. Source: STS service model; IAM User Guide, "About SAML 2.0-based federation".
 */
export function nameQualifier(issuer: string, account: string, providerName: string): string {
  return createHash('sha1').update(`${issuer}${account}/${providerName}`, 'utf8').digest('base64');
}

/** SubjectType of the answer: the format without SAML 2.0's prefix, any other in full. Source: STS service model. */
export function subjectType(format: string | undefined): string {
  const full = format ?? unspecifiedFormat;
  return full.startsWith(saml2Prefix) ? full.slice(saml2Prefix.length) : full;
}

/** `saml:sub_type`: `persistent`, `transient`, or the format in full. Source: IAM User Guide, "IAM condition keys". */
export function conditionSubjectType(format: string | undefined): string {
  const short = subjectType(format);
  return short === 'persistent' || short === 'transient' ? short : (format ?? unspecifiedFormat);
}
