import type { Exception } from '../exception.ts';
import { sharedHistory } from './shared-history.ts';

const name = 'passport-saml';

export const passportSaml: readonly Exception[] = [
  ...sharedHistory(name, 'lib'),
  {
    libraries: [name],
    attacks: ['canonicalization/instruction-as-text', 'parser/text-in-instruction'],
    letsVictimIn: true,
    reason:
      'Another flaw, the one of CVE-2025-54419, which the successor of this library mended: the assertion is read from the document, not from what was digested.',
    evidence: [
      {
        package: name,
        in: 'lib',
        says: /processValidlySignedAssertion(?:Async)?\(assertions\[0\]\.toString\(\)/,
      },
    ],
  },
  {
    libraries: [name],
    versions: ['1.5.0'],
    attacks: ['digest/comment-in-value', 'digest/several-digestvalues'],
    letsVictimIn: true,
    reason:
      'Another flaw, CVE-2025-29775 of xml-crypto: the first child of DigestValue is read, even a comment.',
    evidence: [{ package: 'xml-crypto', in: 'lib', says: 'nodes[0].firstChild.data' }],
  },
  {
    libraries: [name],
    versions: ['1.5.0', '3.1.0'],
    attacks: ['wrapping/second-root', 'wrapping/second-root-metadata'],
    letsVictimIn: true,
    reason: 'Another flaw, CVE-2022-39299, mended in 3.2.2: several root elements.',
    evidence: [{ package: name, in: 'lib', lacks: 'Array.from(doc.childNodes)' }],
  },
  {
    libraries: [name],
    attacks: [
      'signature-misplaced/refers-to-response',
      'signature-missing/response-only-when-assertion-wanted',
    ],
    reason: 'Unless it is told otherwise, a signed Response is as good as a signed assertion.',
    evidence: [
      {
        package: name,
        in: 'lib',
        says: /!validSignature\) ?&&|validateSignature\(xml, doc\.documentElement/,
      },
    ],
  },
  {
    libraries: [name],
    attacks: [
      'parser/attribute-default',
      'parser/attribute-twice',
      'parser/encoding-latin-1-lies',
      'parser/entity-of-file',
      'parser/round-trip-attribute',
      'parser/round-trip-directive',
      'parser/round-trip-element',
      'structure/id-missing',
      'wrapping/second-root-response',
    ],
    reason:
      'The document is parsed by xmldom, which reports what is wrong on the console and goes on; what is read is the signed assertion of the first root.',
    evidence: [{ package: name, in: 'lib', lacks: 'errorHandler' }],
  },
  {
    libraries: [name],
    versions: ['1.5.0'],
    attacks: [
      'time/bounds-before-christ',
      'time/bounds-leap-second',
      'time/bounds-missing',
      'time/bounds-unreadable',
      'time/subject-end-missing',
    ],
    reason: 'A bound that cannot be read or is missing is none: nothing is compared with it.',
    evidence: [{ package: name, in: 'lib', says: 'const notBeforeMs = Date.parse(notBefore);' }],
  },
  {
    libraries: [name],
    versions: ['1.5.0'],
    attacks: ['transforms/many', 'transforms/many-kinds'],
    reason: 'Another flaw, CVE-2021-39171, mended in 3.1.0: as many transforms are run as the message says.',
    evidence: [{ package: name, in: 'lib', lacks: 'too many transforms' }],
  },
  {
    libraries: [name],
    attacks: ['subject-confirmation/data-missing'],
    reason: 'A confirmation without data is passed over.',
    evidence: [{ package: name, in: 'lib', says: /if \(confirmData && confirmData\.\$\)/ }],
  },
];
