/** Start of the class URIs that the SAML 2.0 authentication context specification defines. */
export const classPrefix = 'urn:oasis:names:tc:SAML:2.0:ac:classes:';

/** The classes of saml-authn-context 3.4, without the prefix. */
export const standardClasses: readonly string[] = [
  'InternetProtocol',
  'InternetProtocolPassword',
  'Kerberos',
  'MobileOneFactorUnregistered',
  'MobileTwoFactorUnregistered',
  'MobileOneFactorContract',
  'MobileTwoFactorContract',
  'Password',
  'PasswordProtectedTransport',
  'PreviousSession',
  'X509',
  'PGP',
  'SPKI',
  'XMLDSig',
  'Smartcard',
  'SmartcardPKI',
  'SoftwarePKI',
  'Telephony',
  'NomadTelephony',
  'PersonalTelephony',
  'AuthenticatedTelephony',
  'SecureRemotePassword',
  'TLSClient',
  'TimeSyncToken',
  'unspecified',
];

/** Classes that only a password can meet. */
export const passwordClasses: readonly string[] = [
  'Password',
  'PasswordProtectedTransport',
  'InternetProtocolPassword',
  'SecureRemotePassword',
];
