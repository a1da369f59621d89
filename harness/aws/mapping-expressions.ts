// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import type { SpecRef } from '../model/spec.ts';
import { closestTo } from './closest.ts';

/** Where the value behind an expression comes from. */
export type ExpressionSource = 'user' | 'dir' | 'path';

/** What a mapped value is made of: text that stays as it is, and expressions. */
export type MappingPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: ExpressionSource; readonly name: string };

export type MappingReading =
  | { readonly ok: true; readonly parts: readonly MappingPart[] }
  | {
      readonly ok: false;
      /** The expression as written, or the piece that could not be read. */
      readonly found: string;
      /**
       * `unknown`: AWS lists no such expression. `unclosed`: the brace is missing. `empty`: nothing follows the source.
       * `no-dollar`: braces, brackets or a colon without `${`, which AWS sends as they stand.
       */
      readonly why: 'unknown' | 'unclosed' | 'empty' | 'no-dollar';
      /** The expression that AWS knows and that is nearest to it; absent when nothing is near. */
      readonly nearest?: string;
    };

/** Attributes of a user that an application's mapping may name: `${user:NAME}`. */
const userNames = [
  'subject',
  'name',
  'email',
  'givenName',
  'familyName',
  'middleName',
  'preferredUsername',
  'AD_GUID',
  'AD_SID',
  // Not in the table of the user guide; guides of applications rely on it, and it works.
  'groups',
] as const;

/** Attributes of an Active Directory: `${dir:NAME}`. */
const directoryNames = [
  'email',
  'displayname',
  'distinguishedName',
  'firstname',
  'guid',
  'initials',
  'lastname',
  'proxyAddresses',
  'proxyAddresses:smtp',
  'proxyAddresses:SMTP',
  'windowsUpn',
] as const;

const addressParts = ['streetAddress', 'locality', 'region', 'postalCode', 'country', 'formatted'];

/** Attributes of an external identity provider's directory: `${path:NAME}`. */
const pathNames: readonly string[] = [
  'userName',
  'name.familyName',
  'name.givenName',
  'displayName',
  'nickName',
  'emails[primary eq true].value',
  ...addressParts.map((part) => `addresses[type eq "work"].${part}`),
  'phoneNumbers[type eq "work"].value',
  'userType',
  'title',
  'locale',
  'timezone',
  ...['employeeNumber', 'costCenter', 'organization', 'division', 'department', 'manager.value'].map(
    (name) => `enterprise.${name}`,
  ),
];

/** Every expression that AWS documents, by source. */
export const mappingNames: Readonly<Record<ExpressionSource, readonly string[]>> = {
  user: userNames,
  dir: directoryNames,
  path: pathNames,
};

/** The same as an administrator types them, those of a user first. */
export const mappingExpressions: readonly string[] = Object.entries(mappingNames).flatMap(([source, names]) =>
  names.map((name) => writeExpression(source, name)),
);

const guide = 'https://docs.aws.amazon.com/singlesignon/latest/userguide';

export const mappingRefs: readonly [SpecRef, ...SpecRef[]] = [
  {
    document: 'aws-identity-center',
    section: 'Attribute mappings',
    says: 'The attributes that can be mapped are listed; each is written as ${source:name}, and one without a name causes sign-in problems.',
    url: `${guide}/attributemappingsconcept.html`,
  },
  {
    assumption: '${user:groups} gives the person’s groups, one value each.',
    known:
      'The table of the user guide has not listed it since 2021; guides of Kpow and others map it, and published responses show one AttributeValue a group.',
  },
];

/**
 * Reads what is typed under “Maps to this string value or user attribute”: text, expressions, or both in a row. Names
 * count to the letter, case and all. The first piece that AWS does not know is reported.
 */
export function readMapping(text: string): MappingReading {
  const parts: MappingPart[] = [];
  let rest = text;
  while (rest !== '') {
    const at = rest.indexOf('${');
    const plain = at === -1 ? rest : rest.slice(0, at);
    const fake = looksLikeExpression.exec(plain)?.[0];
    if (fake !== undefined) return fault(fake, 'no-dollar');
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    if (at === -1) break;
    const end = rest.indexOf('}', at);
    if (end === -1) return fault(rest.slice(at), 'unclosed');
    const found = rest.slice(at, end + 1);
    const part = readExpression(found);
    if (part === undefined) return fault(found, /^\$\{\s*(?:\w+:)?\s*\}$/.test(found) ? 'empty' : 'unknown');
    parts.push(part);
    rest = rest.slice(end + 1);
  }
  return { ok: true, parts };
}

/** True where the value is that of the person's groups, and nothing else. */
export function isGroups(reading: MappingReading): boolean {
  const [part, ...others] = reading.ok ? reading.parts : [];
  return others.length === 0 && part?.kind === 'expression' && part.name === 'groups';
}

/** `{user:email}`, `$user:email`, `$(user:email)`, `user:email`: meant as expressions, sent as plain text. */
const looksLikeExpression = /\{[^{}]*\}|\$\([^()]*\)|\$?\b(?:user|dir|path):[\w.]+/;

function readExpression(found: string): MappingPart | undefined {
  const [, source = '', name = ''] = /^\$\{(\w+):(.+)\}$/.exec(found) ?? [];
  if (!isSource(source) || !mappingNames[source].includes(name)) return undefined;
  return { kind: 'expression', source, name };
}

function isSource(text: string): text is ExpressionSource {
  return Object.hasOwn(mappingNames, text);
}

function fault(
  found: string,
  why: Extract<MappingReading, { ok: false }>['why'],
): Extract<MappingReading, { ok: false }> {
  const nearest = nearestTo(found);
  return { ok: false, found, why, ...(nearest === undefined ? {} : { nearest }) };
}

/** Compared by source and name alone, first without regard to case: a wrong capital is the commonest mistake. */
function nearestTo(found: string): string | undefined {
  const core = found.replace(/^\$?[{(]?\s*|\s*[)}]?$/g, '').replace(/^(user|dir|path)[.=-]/i, '$1:');
  const lower = core.toLowerCase();
  const byCore = new Map(mappingExpressions.map((one) => [one.slice(2, -1), one]));
  const same = [...byCore.keys()].find((one) => one.toLowerCase() === lower);
  // A bare name such as `email` is that of a user.
  const bare = [...byCore.keys()].find((one) => one.slice(one.indexOf(':') + 1).toLowerCase() === lower);
  if (core === '' || /:\s*$/.test(core)) return undefined;
  return byCore.get(same ?? bare ?? closestTo(core, [...byCore.keys()])[0] ?? '');
}

function writeExpression(source: string, name: string): string {
  return `\${${source}:${name}}`;
}
