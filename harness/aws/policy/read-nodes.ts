import { policyMessages, refuse, type Spot } from './fault.ts';
import { type JsonNode, pointerStep } from './json.ts';

/** An object's members by name; a name that is repeated or not known is a fault. */
export function membersOf(
  node: JsonNode,
  spot: Spot,
  known: readonly string[] | 'any',
): ReadonlyMap<string, JsonNode> {
  if (node.kind !== 'object')
    refuse(spot, node, policyMessages.syntax, `A JSON object must stand here, not ${nameOf(node)}.`);
  const members = new Map<string, JsonNode>();
  for (const { name, at, value } of node.members) {
    const inner = within(spot, name);
    if (members.has(name)) refuse(inner, { at }, policyMessages.syntax, `“${name}” is there twice.`);
    if (known !== 'any' && !known.includes(name))
      refuse(
        inner,
        { at },
        policyMessages.syntax,
        `“${name}” is no element that may stand here. ${didYouMean(name, known)}`.trim(),
      );
    members.set(name, value);
  }
  return members;
}

export function textOf(node: JsonNode, spot: Spot): string {
  if (node.kind === 'string') return node.value;
  return refuse(spot, node, policyMessages.syntax, `A string must stand here, not ${nameOf(node)}.`);
}

/** One value or a list of them, each with its own spot. */
export function listOf(
  node: JsonNode,
  spot: Spot,
): readonly { readonly node: JsonNode; readonly spot: Spot }[] {
  if (node.kind !== 'array') return [{ node, spot }];
  return node.items.map((item, index) => ({ node: item, spot: within(spot, index) }));
}

/** A string or a list of strings. */
export function textsOf(node: JsonNode, spot: Spot): readonly string[] {
  return listOf(node, spot).map((item) => textOf(item.node, item.spot));
}

export function within(spot: Spot, step: string | number): Spot {
  return { locate: spot.locate, pointer: `${spot.pointer}${pointerStep(step)}` };
}

/** An element or its negation; both together are a fault. */
export function oneOf(
  statement: JsonNode,
  members: ReadonlyMap<string, JsonNode>,
  spot: Spot,
  name: string,
  negated: string,
): { readonly name: string; readonly node: JsonNode | undefined } {
  if (members.has(name) && members.has(negated))
    return refuse(spot, statement, policyMessages.syntax, `The statement has both ${name} and ${negated}.`);
  return members.has(negated)
    ? { name: negated, node: members.get(negated) }
    : { name, node: members.get(name) };
}

function nameOf({ kind }: JsonNode): string {
  if (kind === 'null') return 'null';
  return kind === 'array' || kind === 'object' ? `an ${kind}` : `a ${kind}`;
}

function didYouMean(name: string, known: readonly string[]): string {
  const match = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return match === undefined ? '' : `Element names are exact: it must be “${match}”.`;
}
