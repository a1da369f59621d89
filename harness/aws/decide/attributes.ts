import { pairsOf } from '../claims.ts';
import { attributeLimits, within } from '../limits.ts';
import { quoted, quotedList, refuse } from './refuse.ts';
import type { DecisionCase, Refusal, Step } from './types.ts';

export const checkRolePair: Step = (given) => {
  const roles = given.claims?.roles ?? [];
  const { roleArn, principalArn } = given.request;
  if (pairsOf(given.claims, roleArn, principalArn).length > 0) return undefined;
  return refuse(given, 'role/pair', {
    says: explainRoles(given),
    expected: `${roleArn},${principalArn}`,
    observed: quotedList(
      roles.map(({ value }) => value),
      'and',
    ),
  });
};

export const checkRoleSessionName: Step = (given) => {
  const names = given.claims?.roleSessionNames ?? [];
  const [name] = names;
  const expected = '2 to 64 characters of [a-zA-Z_0-9+=,.@-]';
  if (name === undefined)
    return refuse(given, 'session-name/required', {
      says: 'The assertion has no RoleSessionName attribute with a value.',
      expected,
      observed: 'nothing',
    });
  if (names.length > 1)
    return refuse(given, 'session-name/one-value', {
      says: `RoleSessionName has ${names.length} values.`,
      expected: 'one value',
      observed: quotedList(names, 'and'),
    });
  if (attributeLimits.sessionNamePattern.test(name)) return undefined;
  const says = `RoleSessionName is ${quoted(name)}; it must have ${expected}.`;
  return refuse(given, 'session-name/pattern', { says, expected, observed: quoted(name) });
};

export const checkSourceIdentity: Step = (given) => {
  const values = given.claims?.sourceIdentities ?? [];
  const [value] = values;
  if (value === undefined) return undefined;
  if (values.length > 1)
    return refuse(given, 'source-identity/one-value', {
      says: `SourceIdentity has ${values.length} values.`,
      expected: 'one value',
      observed: quotedList(values, 'and'),
    });
  if (attributeLimits.sessionNamePattern.test(value) && !value.startsWith('aws:')) return undefined;
  return refuse(given, 'source-identity/pattern', {
    says: `SourceIdentity is ${quoted(value)}; it must have 2 to 64 characters of [a-zA-Z_0-9+=,.@-].`,
    expected: '2 to 64 characters of [a-zA-Z_0-9+=,.@-], not beginning with aws:',
    observed: quoted(value),
  });
};

export const checkSessionDuration: Step = (given) => {
  const values = given.claims?.sessionDurations ?? [];
  const [value] = values;
  if (value === undefined) return undefined;
  if (values.length === 1 && /^\d+$/.test(value) && within(Number(value), attributeLimits.sessionDuration))
    return undefined;
  const observed = quotedList(values, 'and');
  const says = `SessionDuration is ${observed}; it must be one whole number of seconds from 900 to 43200.`;
  return refuse(given, 'session-duration/value', {
    says,
    expected: 'a whole number from 900 to 43200',
    observed,
  });
};

export const checkTags: Step = (given) => {
  const tags = given.claims?.tags ?? [];
  if (tags.length > attributeLimits.tags)
    return refuse(given, 'tags/count', {
      says: `There are ${tags.length} session tags.`,
      expected: `at most ${attributeLimits.tags}`,
      observed: String(tags.length),
    });
  return (
    tags.map((tag) => checkTag(given, tag)).find((refusal) => refusal !== undefined) ?? checkTagKeys(given)
  );
};

export const checkTransitiveTagKeys: Step = (given) => {
  const keys = new Set(given.claims?.tags.map(({ key }) => key.toLowerCase()));
  const lost = given.claims?.transitiveTagKeys.find((key) => !keys.has(key.toLowerCase()));
  if (lost === undefined) return undefined;
  return refuse(given, 'tags/transitive', {
    says: `TransitiveTagKeys names ${quoted(lost)}, and the assertion has no such tag.`,
    expected: quotedList(given.claims?.tags.map(({ key }) => key) ?? []),
    observed: quoted(lost),
  });
};

function checkTag(
  given: DecisionCase,
  { key, values }: { readonly key: string; readonly values: readonly string[] },
): Refusal | undefined {
  const { tagPattern, tagKeyLength, tagValueLength } = attributeLimits;
  const [value] = values;
  if (value === undefined || values.length > 1)
    return refuse(given, 'tags/one-value', {
      says: `The tag ${quoted(key)} has ${values.length} values.`,
      expected: 'one value',
      observed: quotedList(values, 'and'),
    });
  if (!within(key.length, tagKeyLength) || !tagPattern.test(key))
    return refuse(given, 'tags/form', {
      says: `The tag key ${quoted(key)} is empty, too long or has a character that is not allowed.`,
      expected: '1 to 128 letters, digits, spaces or _.:/=+-@',
      observed: quoted(key),
    });
  if (/^aws:/i.test(key))
    return refuse(given, 'tags/reserved', {
      says: `The tag key ${quoted(key)} begins with aws:, which AWS keeps to itself.`,
      expected: 'a key that does not begin with aws:',
      observed: quoted(key),
    });
  if (within(value.length, tagValueLength) && tagPattern.test(value)) return undefined;
  return refuse(given, 'tags/form', {
    says: `The value of the tag ${quoted(key)} is too long or has a character that is not allowed: ${quoted(value)}.`,
    expected: '0 to 256 letters, digits, spaces or _.:/=+-@',
    observed: quoted(value),
  });
}

function checkTagKeys(given: DecisionCase): Refusal | undefined {
  const seen = new Map<string, string>();
  for (const { key } of given.claims?.tags ?? []) {
    const twin = seen.get(key.toLowerCase());
    if (twin !== undefined)
      return refuse(given, 'tags/duplicate', {
        says: `The tag keys ${quoted(twin)} and ${quoted(key)} are one and the same to AWS.`,
        expected: 'keys that differ by more than case',
        observed: `${quoted(twin)} and ${quoted(key)}`,
      });
    seen.set(key.toLowerCase(), key);
  }
  return undefined;
}

function explainRoles({ claims, request }: DecisionCase): string {
  const roles = claims?.roles ?? [];
  if (roles.length === 0)
    return 'The assertion has no Role attribute with a value; its name is exact in case.';
  const unusable = roles.find((role) => 'fault' in role && role.value.includes(request.roleArn ?? ''));
  if (unusable !== undefined && 'fault' in unusable)
    return `The Role value ${quoted(unusable.value)} names the role but cannot be used: ${unusable.says}`;
  const [elsewhere] = claims?.pairsByRole.get(request.roleArn ?? '') ?? [];
  if (elsewhere !== undefined)
    return `The assertion pairs the role with ${elsewhere.provider.arn}, not with ${request.principalArn}.`;
  return `None of the ${roles.length} Role values names ${request.roleArn}.`;
}
