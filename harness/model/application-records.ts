/** Formats that the console offers for a mapped attribute, the required Subject among them. */
export type MappingFormat = 'unspecified' | 'basic' | 'uri' | 'emailAddress' | 'persistent' | 'transient';

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

/** After the roles were changed at the identity provider, and the session had ended: those of the next login. */
export interface LaterRoles {
  /** What the person has by then. */
  readonly wanted: readonly string[];
  readonly shown: readonly string[];
}
