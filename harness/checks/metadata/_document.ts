import type { Fault, Where } from '../../model/check.ts';
import type { ArtifactName } from '../../model/evidence.ts';
import type { SchemaFaults } from '../../model/readings.ts';
import type { XmlDocument, XmlElement, XmlProblemCode } from '../../model/xml.ts';
import { descendants, locate } from '../../saml/tree.ts';

const expectedByProblem: Readonly<Record<XmlProblemCode, string>> = {
  empty: 'a message',
  'too-large': 'a message of a size that can be read',
  'not-base64': 'base64 text',
  'not-deflate': 'text compressed by DEFLATE (RFC 1951)',
  'not-utf8': 'bytes that are valid UTF-8',
  'byte-order-mark': 'no byte order mark',
  doctype: 'no document type declaration',
  'too-deep': 'elements nested no deeper than a SAML message needs',
  'too-many-nodes': 'no more elements than a SAML message needs',
  'not-well-formed': 'well-formed XML with namespaces',
};

/** One fault a problem that the parser met; `message` names it in the check's own messages. */
export function problemFaults(artifact: ArtifactName, document: XmlDocument): Fault<'unreadable'>[] {
  return document.problems.map((problem) => ({
    message: 'unreadable',
    data: { problem: problem.message },
    expected: expectedByProblem[problem.code],
    observed: problem.message,
    where: placeOf(artifact, document, problem.line, problem.column),
  }));
}

const mostFaultsShown = 10;

/** One fault a violation of the schema, the first ten. */
export function violationFaults(
  artifact: ArtifactName,
  document: XmlDocument,
  faults: SchemaFaults,
): Fault<'violation'>[] {
  return faults.slice(0, mostFaultsShown).map((fault) => ({
    message: 'violation',
    data: { violation: fault.message },
    expected: 'a document that the published schema accepts',
    observed: fault.message,
    where: placeOf(artifact, document, fault.line, undefined),
  }));
}

function placeOf(
  artifact: ArtifactName,
  document: XmlDocument,
  line: number | undefined,
  column: number | undefined,
): Where {
  const element = line === undefined ? undefined : elementOnLine(document.root, line);
  if (element !== undefined && column === undefined) return locate(artifact, element, document);
  const text = line === undefined ? undefined : document.text.split('\n')[line - 1];
  return {
    artifact,
    path: '/',
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(text === undefined ? {} : { snippet: around(text, column ?? 1) }),
  };
}

function elementOnLine(root: XmlElement | undefined, line: number): XmlElement | undefined {
  return root && descendants(root).find((element) => element.line === line);
}

/** At most 400 characters of a line, round the column: a whole message may be one line. */
function around(text: string, column: number): string {
  const from = Math.max(0, Math.min(column - 200, text.length - 400));
  return text.slice(from, from + 400);
}
