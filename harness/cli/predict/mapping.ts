import type { SamlAttribute } from '../../aws/claims.ts';
import { closestTo } from '../../aws/closest.ts';
import { type JsonNode, type Locate, locator, readJson } from '../../aws/policy/json.ts';
import { awsAttributes } from '../../aws/saml-attributes.ts';
import { faultAt, type InputText } from './input.ts';
import { fieldsOf, fillTemplate, readTemplate, type Template } from './template.ts';
import type { ListedUser, UserList } from './users.ts';

/** What the identity provider is set up to send. */
export interface Mapping {
  readonly attributes: readonly { readonly name: string; readonly values: readonly Template[] }[];
  readonly nameId?: Template;
  readonly nameIdFormat?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** AWS's names that were written without their prefix. */
  readonly shortNames: readonly string[];
}

/** What of an assertion is no attribute, named as in SAML. */
const parts = ['NameID', 'NameID/@Format', 'Issuer', 'Audience'] as const;
type Part = (typeof parts)[number];

const next = 'Write an object of attribute names, each with a template such as "{email}" or a list of them.';

/**
 * Reads the attribute mapping: JSON with attribute names, each with a template or a list of them; also NameID,
 * NameID/@Format, Issuer and Audience. AWS's own names may be written short, as Role.
 * @param prefix what AWS's attribute names begin with in the partition
 * @param known fields that users have; a template that asks for another is a fault
 * @throws CountersignError `file`
 */
export function readMapping(input: InputText, prefix: string, known: UserList['fields']): Mapping {
  const locate = locator(input.text);
  const reading = readJson(input.text);
  if ('problem' in reading)
    throw faultAt(input.name, locate(reading.problem.at), `It is not JSON: ${reading.problem.says}`, next);
  const { root } = reading;
  if (root.kind !== 'object') throw faultAt(input.name, locate(root.at), 'It is no object.', next);
  const entries = new Map<string, readonly Template[]>();
  for (const { name, at, value } of root.members) {
    if (entries.has(name))
      throw faultAt(input.name, locate(at), `"${name}" stands twice.`, 'Write several values as a list.');
    entries.set(name, readTemplates(value, input.name, locate, known));
  }
  const constant = (part: Part) => {
    const [template] = entries.get(part) ?? [];
    return template === undefined ? undefined : fillTemplate(template, new Map())[0];
  };
  for (const { name, at, value } of root.members) {
    const templates = entries.get(name) ?? [];
    if (!isPart(name) || (templates.length === 1 && (name === 'NameID' || constant(name) !== undefined)))
      continue;
    const says = `${name} ${name === 'NameID' ? 'has one template' : 'is the same for every user: one text without fields'}.`;
    throw faultAt(input.name, locate(value.kind === 'array' ? value.at : at), says, next);
  }
  const names = [...entries.keys()].filter((name) => !isPart(name));
  const nameId = entries.get('NameID')?.[0];
  return {
    attributes: names.map((name) => ({
      name: isShort(name) ? `${prefix}${name}` : name,
      values: entries.get(name) ?? [],
    })),
    ...(nameId === undefined ? {} : { nameId }),
    ...optional('nameIdFormat', constant('NameID/@Format')),
    ...optional('issuer', constant('Issuer')),
    ...optional('audience', constant('Audience')),
    shortNames: names.filter(isShort),
  };
}

/**
 * The attributes of one user's assertion; one without a value is not sent.
 * @param fill a caller with many users passes one that remembers
 */
export function mapAttributes(
  { attributes }: Mapping,
  { fields }: Pick<ListedUser, 'fields'>,
  fill: typeof fillTemplate = fillTemplate,
): readonly SamlAttribute[] {
  return attributes
    .map(({ name, values }) => ({ name, values: values.flatMap((one) => fill(one, fields)) }))
    .filter(({ values }) => values.length > 0);
}

function readTemplates(
  node: JsonNode,
  file: string,
  locate: Locate,
  known: UserList['fields'],
): readonly Template[] {
  if (node.kind === 'array') return node.items.flatMap((item) => readTemplates(item, file, locate, known));
  if (node.kind === 'number') return [{ parts: [{ text: node.value }] }];
  if (node.kind !== 'string') throw faultAt(file, locate(node.at), 'A template is a text.', next);
  const reading = readTemplate(node.value);
  if ('fault' in reading) throw faultAt(file, locate(node.at), reading.fault, next);
  const unknown = fieldsOf(reading.template).find((field) => !known.includes(field));
  if (unknown === undefined) return [reading.template];
  const close = closestTo(unknown, known);
  const hint = close.length > 0 ? `Did you mean ${close.join(' or ')}?` : `Users have ${known.join(', ')}.`;
  throw faultAt(file, locate(node.at), `No user has a field "${unknown}".`, hint);
}

function isPart(name: string): name is Part {
  return parts.some((part) => part === name);
}

function isShort(name: string): boolean {
  return Object.values(awsAttributes).some((own) =>
    own === awsAttributes.principalTag ? name.startsWith(own) : name === own,
  );
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  // One key of the literal type K, so the record has the type that is promised.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
