import type { Exception } from '../exception.ts';

/**
 * passport-saml and node-saml grew from the same code, and leave the same to the application.
 * @param library file or folder of the code
 */
export function sharedHistory(name: string, library: string): readonly Exception[] {
  const code = { package: name, in: library } as const;
  const libraries = [name];
  return [
    {
      libraries,
      attacks: ['binding/base64-garbage', 'binding/base64-padding', 'binding/base64-url'],
      reason: 'Buffer.from decodes whatever it can of what is not base64.',
      evidence: [{ ...code, says: /Buffer\.from\(container\.SAMLResponse, ['"]base64['"]\)/ }],
    },
    {
      libraries,
      attacks: [
        'binding/destination-case',
        'binding/destination-empty',
        'binding/destination-missing-when-signed',
        'binding/destination-other',
        'binding/destination-port',
        'binding/destination-prefix',
        'binding/destination-query',
        'binding/destination-slash',
        'binding/host-header',
      ],
      reason: 'Destination is not read.',
      evidence: [{ ...code, lacks: '.Destination' }],
    },
    {
      libraries,
      attacks: ['binding/recipient-missing', 'binding/recipient-other', 'binding/recipient-prefix'],
      reason: 'Recipient is not read.',
      evidence: [{ ...code, lacks: 'Recipient' }],
    },
    {
      libraries,
      attacks: ['binding/in-response-to-missing-in-confirmation'],
      reason: 'InResponseTo of the confirmation is compared only where there is one.',
      evidence: [{ ...code, says: 'else if (subjectInResponseTo) {' }],
    },
    {
      libraries,
      attacks: [
        'binding/in-response-to-other-browser',
        'binding/login-csrf',
        'binding/login-csrf-over-session',
      ],
      reason:
        'The IDs of all requests are in one cache: any browser may bring the answer to the request of another.',
      evidence: [
        { ...code, says: /cacheProvider(?:\.getAsync|\.get\)\.bind\(this\.cacheProvider\))\(inResponseTo\)/ },
      ],
    },
    {
      libraries,
      attacks: [
        'binding/issuer-case',
        'binding/issuer-format',
        'binding/issuer-missing',
        'binding/issuer-other',
        'binding/issuer-slash',
        'parser/comment-in-issuer',
      ],
      reason: 'The expected issuer, which is set, is compared in logout messages only.',
      evidence: [
        {
          package: name,
          in: 'README.md',
          says: 'the IdP issuer will be validated for incoming Logout Requests/Responses',
        },
      ],
    },
    {
      libraries,
      attacks: ['identity/format-other'],
      reason: 'The format of the NameID is handed on, not compared.',
      evidence: [{ ...code, says: 'profile.nameIDFormat = nameID[0].$.Format;' }],
    },
    {
      libraries,
      attacks: [
        'identity/encrypted-beside-plain',
        'identity/two-name-ids',
        'parser/attribute-of-other-namespace',
        'parser/default-namespace-undone',
        'parser/nested-xml-in-name-id',
        'parser/subject-of-other-namespace',
        'structure/id-not-a-name',
        'structure/no-authn-statement',
        'structure/version-of-assertion',
        'structure/version-of-response',
      ],
      reason:
        'The signed assertion is read by local names, without namespace, schema or version: the first NameID counts, and of it the text that is not in elements.',
      evidence: [
        { ...code, says: 'const nameID = subject[0].NameID;' },
        { ...code, lacks: /\.Version\b/ },
      ],
    },
    {
      libraries,
      attacks: ['parser/byte-order-mark-lies'],
      reason: 'Bytes are read as UTF-8, whatever the document says.',
      evidence: [{ ...code, says: /SAMLResponse, ['"]base64['"]\)\.toString\(['"]utf8['"]\)/ }],
    },
    {
      libraries,
      attacks: ['parser/doctype'],
      reason: 'A document type declaration is passed over, not refused; its entities are not expanded.',
      evidence: [
        { package: name, in: 'lib', says: /new \S*DOMParser\(/ },
        { package: name, in: 'lib', lacks: /\.doctype\b|documentType/ },
      ],
    },
    {
      libraries,
      attacks: [
        'replay/same-id-new-assertion',
        'structure/condition-unknown',
        'structure/one-time-use-repeated',
        'structure/proxy-restriction-repeated',
      ],
      reason:
        'A response is used up by its InResponseTo: IDs of assertions are not remembered. Of the conditions, times and audience are read.',
      evidence: [{ ...code, lacks: /OneTimeUse|ProxyRestriction|assertion\.\$\.ID/ }],
    },
    {
      libraries,
      attacks: [
        'structure/no-status',
        'structure/status-authn-failed',
        'structure/status-requester',
        'structure/status-responder',
        'structure/status-success-within',
        'structure/status-unknown',
      ],
      reason: 'The status is looked at only where there is no assertion.',
      evidence: [{ ...code, says: "If there's no assertion, fall back on xml2js" }],
    },
    {
      libraries,
      attacks: [
        'subject-confirmation/address-other',
        'subject-confirmation/holder-of-key',
        'subject-confirmation/method-unknown',
        'subject-confirmation/none',
        'subject-confirmation/sender-vouches',
        'subject-confirmation/split-over-two',
      ],
      reason:
        'Of a subject confirmation, times and InResponseTo are read: neither method nor address, and it may be absent.',
      evidence: [{ ...code, lacks: /cm:bearer|\.Method\b|\$\.Address/ }],
    },
    {
      libraries,
      attacks: ['time/authn-instant-old', 'time/session-ended'],
      reason: 'AuthnInstant and SessionNotOnOrAfter are not read.',
      evidence: [{ ...code, lacks: /AuthnInstant|SessionNotOnOrAfter/ }],
    },
    {
      libraries,
      attacks: ['time/issue-instant-ahead', 'time/issue-instant-old'],
      reason:
        'IssueInstant of the Response is not read; that of the assertion only where a maximum age is set.',
      evidence: [{ ...code, lacks: /[rR]esponse\.\$\.IssueInstant/ }],
    },
    {
      libraries,
      attacks: ['time/bounds-without-zone'],
      reason: 'Date.parse takes dates without a zone for local time.',
      evidence: [{ ...code, in: 'lib', says: /Date\.parse\(/ }],
    },
    {
      libraries,
      attacks: ['time/subject-not-before-present'],
      reason: 'NotBefore of a bearer confirmation is compared with the clock, not refused.',
      evidence: [{ ...code, says: 'const subjectNotBefore =' }],
    },
  ];
}
