import { type MappingPart, readMapping } from '../../../harness/aws/mapping-expressions.ts';
import type { StoredUser } from '../../scim/store.ts';
import type { State } from './state.ts';

/**
 * What a mapping gives for a person: no value, one, or one for each group. What AWS does with an expression that it
 * does not know is not documented; here nothing is sent for it. Text without an expression is sent as it stands.
 */
export function valuesOf(mapping: string, user: StoredUser, state: State): readonly string[] {
  const reading = readMapping(mapping);
  if (!reading.ok) return reading.why === 'no-dollar' ? [mapping] : [];
  const values = reading.parts.reduce<readonly string[]>(
    (made, part) => made.flatMap((begin) => resolve(part, user, state).map((end) => begin + end)),
    [''],
  );
  return values.filter((value) => value !== '');
}

function resolve(part: MappingPart, user: StoredUser, state: State): readonly string[] {
  if (part.kind === 'text') return [part.text];
  if (part.source === 'dir') return [directoryValue(part.name, user, state)];
  if (part.source === 'path') return [pathValue(part.name, user)];
  return part.name === 'groups' ? groupValues(user, state) : [userValue(part.name, user, state)];
}

/** GUIDs; with an Active Directory, domain and SID, as a published response has them. */
export function groupValues(user: StoredUser, state: State): readonly string[] {
  const { groups } = state.center.directory.store;
  return [...user.links].flatMap((id) => {
    const group = groups.get(id);
    return group === undefined ? [] : [groupValue(group.id, group.attributes.displayName, state)];
  });
}

export function groupValue(id: string, name: string, { instance, identitySource }: State): string {
  const sid = instance.groupSids[name];
  return identitySource === 'active-directory' && sid !== undefined ? `${instance.domain}//${sid}` : id;
}

function userValue(name: string, user: StoredUser, state: State): string {
  const { attributes } = user;
  switch (name) {
    case 'email':
      return attributes.emails?.find(({ primary }) => primary)?.value ?? '';
    case 'givenName':
    case 'familyName':
    case 'middleName':
      return attributes.name[name] ?? '';
    case 'name':
      return attributes.displayName;
    case 'AD_GUID':
      return directoryValue('guid', user, state);
    case 'AD_SID':
      return directoryValue('sid', user, state);
    // Subject and preferredUsername: without a directory behind it, AWS's own default is the user name.
    default:
      return attributes.userName;
  }
}

/** An attribute of the Active Directory; nothing where none stands behind Identity Center. */
function directoryValue(
  name: string,
  { attributes }: StoredUser,
  { instance, identitySource }: State,
): string {
  if (identitySource !== 'active-directory') return '';
  return instance.directoryAttributes[attributes.userName]?.[name] ?? '';
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** An attribute that was provisioned: `name.givenName`, `emails[primary eq true].value`, `enterprise.department`. */
function pathValue(path: string, { attributes }: StoredUser): string {
  const steps = path.match(/[\w-]+(?:\[[^\]]*\])?/g) ?? [];
  const value = steps.reduce<unknown>((part, step) => stepInto(part, step), attributes);
  return typeof value === 'string' ? value : '';
}

function stepInto(part: unknown, step: string): unknown {
  const [, name = '', filter] = /^([\w-]+)(?:\[(.*)\])?$/.exec(step) ?? [];
  const key = name === 'enterprise' ? enterprise : name;
  const found = isRecord(part) ? part[key] : undefined;
  if (filter === undefined) return found;
  const [, attribute = '', wanted = ''] = /^(\w+) eq (.*)$/.exec(filter) ?? [];
  return Array.isArray(found)
    ? found.find((one) => isRecord(one) && JSON.stringify(one[attribute]) === wanted)
    : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
