import { parseArn } from '../arn.ts';
import { faultAt, policyMessages, refuse, type Spot } from './fault.ts';
import type { JsonNode } from './json.ts';
import { listOf, membersOf, oneOf, textOf, within } from './read-nodes.ts';
import type { StatementSpot } from './read-statement.ts';
import type { PolicyFault, PrincipalClause } from './types.ts';

/** Reads Principal or NotPrincipal: needed in a trust policy, not allowed in a session policy. */
export function readPrincipal(
  statement: JsonNode,
  members: ReadonlyMap<string, JsonNode>,
  { spot, kind, notices }: StatementSpot,
): PrincipalClause | undefined {
  const { name, node } = oneOf(statement, members, spot, 'Principal', 'NotPrincipal');
  const inner = within(spot, name);
  if (kind === 'session') {
    if (node === undefined) return undefined;
    return refuse(
      inner,
      node,
      policyMessages.prohibited(name),
      `A session policy has no ${name}: it speaks of the session.`,
    );
  }
  if (node === undefined)
    return refuse(
      spot,
      statement,
      policyMessages.missing('Principal'),
      'The statement does not say whom it trusts.',
    );
  if (name === 'NotPrincipal')
    notices.push(
      faultAt(
        inner,
        node.at,
        policyMessages.prohibited(name),
        'IAM takes no NotPrincipal in a new trust policy.',
      ),
    );
  return readClause(node, inner, name === 'NotPrincipal', notices);
}

function readClause(node: JsonNode, spot: Spot, negated: boolean, notices: PolicyFault[]): PrincipalClause {
  const none = { negated, everyone: false, aws: [], federated: [], service: [], canonicalUser: [] };
  if (node.kind === 'string') {
    if (node.value === '*') return { ...none, everyone: true };
    return refuse(
      spot,
      node,
      policyMessages.syntax,
      `A principal is "*" or an object such as {"Federated": …}, not “${node.value}”.`,
    );
  }
  const members = membersOf(node, spot, ['AWS', 'Federated', 'Service', 'CanonicalUser']);
  if (members.size === 0)
    refuse(
      spot,
      node,
      `${policyMessages.missing('Principal')} cannot be empty!`,
      'The object names no principal.',
    );
  const read = (type: string) => {
    const value = members.get(type);
    if (value === undefined) return [];
    return listOf(value, within(spot, type)).map((item) => {
      const text = textOf(item.node, item.spot);
      const wrong = faultOf(type, text);
      if (wrong !== undefined)
        notices.push(faultAt(item.spot, item.node.at, policyMessages.principal(type, text), wrong));
      return text;
    });
  };
  return {
    ...none,
    aws: read('AWS'),
    federated: read('Federated'),
    service: read('Service'),
    canonicalUser: read('CanonicalUser'),
  };
}

function faultOf(type: string, text: string): string | undefined {
  if (text === '*' && type !== 'Service') return undefined;
  if (/[*?]/.test(text)) return 'A wildcard cannot stand for part of a principal.';
  if (type === 'Federated' && text.startsWith('arn:')) {
    const kind = parseArn(text)?.resource.split('/')[0];
    if (kind !== 'saml-provider' && kind !== 'oidc-provider')
      return 'The ARN is not that of an identity provider.';
  }
  return undefined;
}
