import { parseArn } from '../arn.ts';
import { faultAt, policyMessages, refuse, type Spot } from './fault.ts';
import { globOf } from './glob.ts';
import type { JsonNode } from './json.ts';
import { readConditions } from './read-conditions.ts';
import { listOf, membersOf, oneOf, textOf, textsOf, within } from './read-nodes.ts';
import { readPrincipal } from './read-principal.ts';
import type { ActionClause, PolicyFault, PolicyKind, PolicyVersion, Statement } from './types.ts';

export interface StatementSpot {
  readonly spot: Spot;
  readonly index: number;
  readonly kind: PolicyKind;
  readonly version: PolicyVersion;
  /** Collects what can be evaluated but not created anew. */
  readonly notices: PolicyFault[];
}

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

const stsActions = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
];

/** Reads one statement. Source: IAM User Guide, "Grammar of the IAM JSON policy language". */
export function readStatement(node: JsonNode, at: StatementSpot): Statement {
  const members = membersOf(node, at.spot, elements);
  const effect = readEffect(node, members.get('Effect'), at.spot);
  const principal = readPrincipal(node, members, at);
  const action = readAction(node, members, at);
  checkResources(node, members, at);
  const sid = readSid(members.get('Sid'), at);
  const condition = members.get('Condition');
  return {
    index: at.index,
    ...(sid === undefined ? {} : { sid }),
    effect,
    ...(principal === undefined ? {} : { principal }),
    action,
    conditions:
      condition === undefined ? [] : readConditions(condition, within(at.spot, 'Condition'), at.version),
    place: { pointer: at.spot.pointer, ...at.spot.locate(node.at) },
  };
}

function readEffect(statement: JsonNode, node: JsonNode | undefined, spot: Spot): 'Allow' | 'Deny' {
  if (node === undefined)
    return refuse(spot, statement, policyMessages.missing('Effect'), 'The statement has no Effect.');
  const effect = textOf(node, within(spot, 'Effect'));
  if (effect === 'Allow' || effect === 'Deny') return effect;
  const says = `Effect is “${effect}”; it must be Allow or Deny, exactly so.`;
  return refuse(within(spot, 'Effect'), node, policyMessages.syntax, says);
}

function readSid(node: JsonNode | undefined, { spot, notices }: StatementSpot): string | undefined {
  if (node === undefined) return undefined;
  const inner = within(spot, 'Sid');
  const sid = textOf(node, inner);
  if (!/^[A-Za-z0-9]*$/.test(sid))
    notices.push(
      faultAt(
        inner,
        node.at,
        policyMessages.syntax,
        `The Sid “${sid}” has characters other than A–Z, a–z, 0–9.`,
      ),
    );
  return sid;
}

function readAction(
  statement: JsonNode,
  members: ReadonlyMap<string, JsonNode>,
  { spot, kind, notices }: StatementSpot,
): ActionClause {
  const { name, node } = oneOf(statement, members, spot, 'Action', 'NotAction');
  if (node === undefined) {
    const message = kind === 'trust' ? policyMessages.missing('Action') : policyMessages.actions;
    return refuse(spot, statement, message, 'The statement has neither Action nor NotAction.');
  }
  const items = listOf(node, within(spot, name));
  if (items.length === 0)
    refuse(within(spot, name), node, policyMessages.actions, 'The list of actions is empty.');
  const texts = items.map((item) => {
    const text = textOf(item.node, item.spot);
    if (text !== '*' && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(text))
      refuse(
        item.spot,
        item.node,
        policyMessages.vendor,
        `“${text}” is no action; one looks like sts:AssumeRoleWithSAML.`,
      );
    if (kind === 'trust' && !stsActions.includes(text.toLowerCase()))
      notices.push(
        faultAt(
          item.spot,
          item.node.at,
          policyMessages.stsActions,
          `IAM takes no “${text}” in a new trust policy.`,
        ),
      );
    return text;
  });
  return { negated: name === 'NotAction', texts, globs: texts.map((text) => globOf(text.toLowerCase())) };
}

function checkResources(
  statement: JsonNode,
  members: ReadonlyMap<string, JsonNode>,
  { spot, kind, notices }: StatementSpot,
): void {
  const { name, node } = oneOf(statement, members, spot, 'Resource', 'NotResource');
  if (kind === 'trust') {
    if (node === undefined) return;
    const says = 'A trust policy speaks of its own role and has no Resource.';
    notices.push(faultAt(within(spot, name), node.at, policyMessages.prohibited(name), says));
    return;
  }
  if (node === undefined)
    refuse(spot, statement, policyMessages.resources, 'The statement has neither Resource nor NotResource.');
  const texts = textsOf(node, within(spot, name));
  if (texts.length === 0)
    refuse(within(spot, name), node, policyMessages.resources, 'The list of resources is empty.');
  const bad = texts.find((text) => text !== '*' && parseArn(text) === undefined);
  if (bad !== undefined)
    refuse(within(spot, name), node, policyMessages.resource(bad), `“${bad}” is neither an ARN nor "*".`);
}
