import type { PortalRecord, Setup } from '../model/records.ts';
import type { MappingFormat } from './mapping-expressions-formats.ts';

/** A line under “Attribute mappings” as it was typed. */
export interface MappingLine {
  readonly name: string;
  readonly value: string;
  readonly format: MappingFormat;
}

/** A group of the person, and the value by which the identity provider names it to applications. */
export interface SentGroup {
  readonly name: string;
  readonly sent: string;
}

/** A custom SAML application on both sides: as the console of IAM Identity Center has it, and as it was started itself. */
export interface SamlApplication {
  readonly displayName: string;
  readonly acsUrl: string;
  readonly audience: string;
  /** Empty for none. */
  readonly startUrl: string;
  readonly relayState: string;
  /** Session duration, in milliseconds. */
  readonly sessionMs: number;
  readonly mappings: readonly MappingLine[];
  /** Whether the person, or a group of theirs, is assigned. */
  readonly assigned: boolean;
  readonly groups: readonly SentGroup[];
  /** What the application was given; absent fields are not known. */
  readonly own: {
    readonly acsUrl?: string;
    /** Audience that assertions must be meant for. */
    readonly audience?: string;
    /** Name of the attribute that it takes roles from, to the letter. */
    readonly rolesAttribute: string;
    /** Roles that its access rules name. */
    readonly knownRoles?: readonly string[];
    /** Longest session, in milliseconds. */
    readonly sessionMs?: number;
  };
}

/** The setup of a login into a custom SAML application. */
export interface SamlApplicationSetup extends Setup {
  readonly application: SamlApplication;
}

/** The application's first page as a person saw it, and what became of their roles later. */
export interface ApplicationHome extends PortalRecord {
  /** ISO 8601 UTC: when the application ends the session by itself. */
  readonly sessionEnd?: string;
  /** After the roles were changed at the identity provider, and the session had ended: those of the next login. */
  readonly later?: {
    /** What the person has by then. */
    readonly wanted: readonly string[];
    readonly shown: readonly string[];
  };
}

/** What the first page of an application told beyond what all portals do; fields of another shape are left out. */
export function homeOf(portal: PortalRecord): Pick<ApplicationHome, 'sessionEnd' | 'later'> {
  const { sessionEnd, later } = portal as { sessionEnd?: unknown; later?: unknown }; // portals may show more
  const isLater =
    isRecord(later) &&
    [later.wanted, later.shown].every((roles) => Array.isArray(roles) && roles.every(isText));
  return {
    ...(isText(sessionEnd) ? { sessionEnd } : {}),
    // Both lists were just looked at.
    ...(isLater ? { later: later as NonNullable<ApplicationHome['later']> } : {}),
  };
}

/** The application of a setup; undefined where it has none, or one of another shape. */
export function applicationOf(setup: Setup): SamlApplication | undefined {
  const { application } = setup as { application?: unknown }; // setups may have more than all logins share
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
