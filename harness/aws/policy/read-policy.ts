import { faultAt, MalformedPolicy, policyMessages, refuse, type Spot } from './fault.ts';
import { type JsonNode, type Locate, locator, pointerStep, readJson } from './json.ts';
import { membersOf, textOf } from './read-nodes.ts';
import { readStatement } from './read-statement.ts';
import type { PolicyDocument, PolicyFault, PolicyKind, PolicyReading, PolicyVersion } from './types.ts';

export interface PolicyReadOptions {
  /**
   * `stored`: read all that can be evaluated, as accounts hold it. `new`: also refuse what IAM does not accept when a
   * policy is created, such as NotPrincipal or a wildcard action in a trust policy.
   */
  readonly as: 'stored' | 'new';
}

/** Reads a policy document from its text. A document that IAM calls malformed is data with the place of the fault. */
export function readPolicy(
  text: string,
  kind: PolicyKind,
  options: PolicyReadOptions = { as: 'stored' },
): PolicyReading {
  const json = readJson(text);
  if ('root' in json) return readPolicyNode(json.root, locator(text), kind, options);
  const message = kind === 'trust' ? policyMessages.json : policyMessages.sessionJson;
  return {
    fault: faultAt({ locate: locator(text), pointer: '' }, json.problem.at, message, json.problem.says),
  };
}

/** The same for a policy within a larger document: pointers begin at the policy, lines at the document. */
export function readPolicyNode(
  root: JsonNode,
  locate: Locate,
  kind: PolicyKind,
  options: PolicyReadOptions = { as: 'stored' },
): PolicyReading {
  const notices: PolicyFault[] = [];
  try {
    const policy = readDocument(root, { locate, pointer: '' }, kind, notices);
    const [first] = notices;
    if (options.as === 'new' && first !== undefined) return { fault: first };
    return { policy, notices };
  } catch (error) {
    if (error instanceof MalformedPolicy) return { fault: error.fault };
    throw error;
  }
}

function readDocument(root: JsonNode, spot: Spot, kind: PolicyKind, notices: PolicyFault[]): PolicyDocument {
  const members = membersOf(root, spot, ['Version', 'Id', 'Statement']);
  const version = readVersion(members.get('Version'), spot);
  const id = members.get('Id');
  const node = members.get('Statement');
  if (node === undefined) refuse(spot, root, policyMessages.syntax, 'The policy has no Statement.');
  const nodes = node.kind === 'array' ? node.items : [node];
  if (nodes.length === 0) refuse(spot, node, policyMessages.syntax, 'The list of statements is empty.');
  const statements = nodes.map((item, index) => {
    const step = node.kind === 'array' ? `/Statement${pointerStep(index)}` : '/Statement';
    return readStatement(item, { spot: { ...spot, pointer: step }, index, kind, version, notices });
  });
  noticeRepeatedSids(statements, notices);
  const idText = id === undefined ? {} : { id: textOf(id, { ...spot, pointer: '/Id' }) };
  return { kind, version, ...idText, statements };
}

function readVersion(node: JsonNode | undefined, spot: Spot): PolicyVersion {
  if (node === undefined) return '2008-10-17';
  const version = textOf(node, { ...spot, pointer: '/Version' });
  if (version === '2008-10-17' || version === '2012-10-17') return version;
  const says = `“${version}” is no version of the policy language; 2012-10-17 and 2008-10-17 are.`;
  return refuse({ ...spot, pointer: '/Version' }, node, policyMessages.syntax, says);
}

function noticeRepeatedSids(statements: PolicyDocument['statements'], notices: PolicyFault[]): void {
  const seen = new Set<string>();
  for (const { sid, place } of statements) {
    if (sid !== undefined && sid !== '' && seen.has(sid)) {
      const says = `Two statements have the Sid “${sid}”.`;
      notices.push({ code: 'MalformedPolicyDocument', message: policyMessages.sids, says, place });
    }
    if (sid !== undefined) seen.add(sid);
  }
}
