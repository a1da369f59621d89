import type { SamlApplication } from '../model/application-records.ts';
import type { PortalRecord, Setup } from '../model/records.ts';

export type { MappingLine, SamlApplication, SentGroup } from '../model/application-records.ts';

/** The setup of a login into a custom SAML application. */
export type SamlApplicationSetup = Setup & { readonly application: SamlApplication };

/** The application's first page as a person saw it, and what became of their roles later. */
export type ApplicationHome = PortalRecord;

/** What the first page of an application told beyond what all portals do; fields of another shape are left out. */
export function homeOf({ sessionEnd, later }: PortalRecord): Pick<ApplicationHome, 'sessionEnd' | 'later'> {
  // A saved record may be of another version, or none of ours.
  const isLater =
    isRecord(later) &&
    [later.wanted, later.shown].every((roles) => Array.isArray(roles) && roles.every(isText));
  return {
    ...(isText(sessionEnd) ? { sessionEnd } : {}),
    ...(isLater ? { later } : {}),
  };
}

/** The application of a setup; undefined where it has none, or one of another shape. */
export function applicationOf({ application }: Setup): SamlApplication | undefined {
  return isApplication(application) ? application : undefined;
}

function isApplication(value: unknown): value is SamlApplication {
  if (!isRecord(value) || !isRecord(value.own)) return false;
  const texts = [value.displayName, value.acsUrl, value.audience, value.startUrl, value.relayState];
  const { own } = value;
  return (
    [...texts, own.rolesAttribute].every(isText) &&
    typeof value.sessionMs === 'number' &&
    typeof value.assigned === 'boolean' &&
    isListOf(value.mappings, ['name', 'value', 'format']) &&
    isListOf(value.groups, ['name', 'sent']) &&
    [own.acsUrl, own.audience].every((text) => text === undefined || typeof text === 'string') &&
    (own.sessionMs === undefined || typeof own.sessionMs === 'number') &&
    (own.knownRoles === undefined || (Array.isArray(own.knownRoles) && own.knownRoles.every(isText)))
  );
}

function isListOf(value: unknown, texts: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    value.every((one) => isRecord(one) && texts.every((name) => typeof one[name] === 'string'))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
