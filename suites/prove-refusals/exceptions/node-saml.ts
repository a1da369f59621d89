import type { Exception } from '../exception.ts';
import { sharedHistory } from './shared-history.ts';

const name = '@node-saml/node-saml';
const library = 'lib/saml.js';

/** Releases from before the assertion was read from what was digested. */
const before510 = ['4.0.0-beta.3', '4.0.0-beta.6', '4.0.5', '5.0.1'];

export const nodeSaml: readonly Exception[] = [
  ...sharedHistory(name, library),
  {
    libraries: [name],
    versions: before510,
    attacks: ['canonicalization/instruction-as-text', 'parser/text-in-instruction'],
    letsVictimIn: true,
    reason:
      'Another flaw, CVE-2025-54419, mended in 5.1.0: the assertion is read from the document, not from what was digested.',
    evidence: [
      { package: name, in: library, says: 'processValidlySignedAssertionAsync(assertions[0].toString()' },
    ],
  },
  {
    libraries: [name],
    versions: ['4.0.0-beta.3', '4.0.0-beta.6'],
    attacks: ['logout/expired', 'logout/wrong-issuer'],
    reason:
      'Another flaw, CVE-2023-40178, mended in 4.0.5: time and issuer of a LogoutRequest are checked where it comes by redirect, not by POST.',
    evidence: [{ package: name, in: library, says: 'this.verifyLogoutRequest(doc);' }],
  },
  {
    libraries: [name],
    attacks: ['logout/replayed', 'logout/wrong-destination'],
    reason: 'IDs of LogoutRequests are not remembered, and Destination is not read.',
    evidence: [
      { package: name, in: library, says: /async (?:function )?processValidlySignedPostRequestAsync\(/ },
      { package: name, in: library, lacks: '.Destination' },
    ],
  },
  {
    libraries: [name],
    versions: ['4.0.0-beta.3'],
    attacks: [
      'canonicalization/signedinfo-with-comments',
      'digest/comment-in-signature-value',
      'signature-misplaced/refers-to-response',
      'signature-missing/response-only-when-assertion-wanted',
      'structure/id-missing',
    ],
    reason:
      'This release demands one of the two signatures: where that of the Response does not verify, that of the assertion is enough, and the other way round.',
    evidence: [
      { package: name, in: library, says: '(this.options.wantAssertionsSigned || !validSignature) &&' },
      { package: name, lacks: 'wantAuthnResponseSigned' },
    ],
  },
  {
    libraries: [name],
    versions: ['4.0.0-beta.3'],
    attacks: [
      'parser/attribute-default',
      'parser/encoding-latin-1-lies',
      'parser/entity-of-file',
      'parser/round-trip-attribute',
      'parser/round-trip-directive',
      'parser/round-trip-element',
      'wrapping/second-root-response',
    ],
    reason:
      'The document is parsed by xmldom, which reports what is wrong on the console and goes on; what is read is the signed assertion of the first root.',
    evidence: [{ package: name, in: 'lib/xml.js', lacks: 'errorHandler' }],
  },
];
