import { policyMessages, refuse, type Spot } from './fault.ts';
import type { JsonNode } from './json.ts';
import { isOperatorName, type OperatorName, operators } from './operators.ts';
import { listOf, membersOf, within } from './read-nodes.ts';
import type { Condition, PolicyVersion, Quantifier } from './types.ts';
import { readValue } from './values.ts';

interface OperatorReading {
  readonly test: OperatorName;
  readonly quantifier: Quantifier;
  readonly ifExists: boolean;
}

/** Reads a Condition block: operator → key → values, in the order in which they are written. */
export function readConditions(node: JsonNode, spot: Spot, version: PolicyVersion): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const [operator, keys] of membersOf(node, spot, 'any')) {
    const inner = within(spot, operator);
    const reading = readOperator(operator);
    if (reading === undefined)
      return refuse(
        inner,
        keys,
        policyMessages.syntax,
        `“${operator}” is no condition operator.${hint(operator)}`,
      );
    for (const [key, values] of membersOf(keys, inner, 'any')) {
      const place = { pointer: within(inner, key).pointer, ...spot.locate(values.at) };
      if (!/^[^:\s]+:\S/.test(key))
        refuse(
          within(inner, key),
          values,
          policyMessages.vendor,
          `“${key}” is no condition key; one looks like SAML:aud.`,
        );
      conditions.push({
        operator,
        ...reading,
        key,
        lookup: key.toLowerCase(),
        values: readValues(values, within(inner, key), reading.test, version),
        place,
      });
    }
  }
  return conditions;
}

function readValues(node: JsonNode, spot: Spot, test: OperatorName, version: PolicyVersion) {
  const withVariables = version === '2012-10-17' && test !== 'Null' && operators[test].variables;
  return listOf(node, spot).map((item) => {
    const value = item.node;
    if (value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean')
      return readValue(String(value.value), withVariables);
    return refuse(
      item.spot,
      value,
      policyMessages.syntax,
      'A condition compares with strings, numbers and booleans.',
    );
  });
}

function readOperator(text: string): OperatorReading | undefined {
  const match = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(text);
  const name = match?.[2] ?? '';
  if (!isOperatorName(name)) return undefined;
  const ifExists = match?.[3] !== undefined;
  if (name === 'Null' && ifExists) return undefined;
  const quantifier = match?.[1] === 'ForAllValues' ? 'each' : match?.[1] === 'ForAnyValue' ? 'some' : 'plain';
  return { test: name, quantifier, ifExists };
}

function hint(text: string): string {
  if (text === 'NullIfExists') return ' Null already asks whether the key exists.';
  const names = ['Null', ...Object.keys(operators)];
  const name = text.replace(/^.*:/, '').replace(/IfExists$/i, '');
  const match = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return match === undefined ? '' : ` Names are exact: it must be “${match}”.`;
}
