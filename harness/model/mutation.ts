import type { AcsRequest, Attack, AttackPerson, ForgedSignature } from './attack.ts';
import type { AccountRecord, StsRecord } from './aws-records.ts';
import type { ArtifactName, Exchange } from './evidence.ts';
import type { IdentityPoolRecord } from './identity-pool-records.ts';
import type { OidcRecord } from './oidc-records.ts';
import type { OutcomeRecord, PhoneRecord, PortalRecord, ReplayRecord, Setup } from './records.ts';
import type { DirectoryRecord, ScimProbeRecord, ScimRecord } from './scim-records.ts';
import type { CveId, SpecRef } from './spec.ts';
import type { StepUpRecord } from './step-up-records.ts';

/** When a message is changed: `before-signing` changes are signed again with the sender's own key. */
export type MutationStage = 'before-signing' | 'after-signing' | 'in-transit';

/** Facts about the genuine login, for changes that must fit it. */
export interface MutationContext {
  /** The moment of the login, in milliseconds since 1970. */
  readonly now: number;
  readonly idpEntityId: string;
  readonly spEntityId: string;
  readonly acsUrl: string;
  /** Base64 DER of a certificate that no one trusts, and a signer with its key. */
  readonly strangerCertificate: string;
  /** Signs the element with this ID by the stranger's key, its certificate in KeyInfo. */
  readonly signAsStranger: (xml: string, elementId: string) => string;
  /** Puts an enveloped signature into the element with this ID. Throws when the signer's key is not at hand. */
  readonly forgeSignature: (xml: string, elementId: string, signature: ForgedSignature) => string;
  /** Base64 DER of the identity provider's signing certificate, which everybody can know. */
  readonly idpCertificate: string;
  /** Whose login it is, and whom an attacker wants to be: another person that the target knows. */
  readonly self: AttackPerson;
  readonly victim: AttackPerson;
  /** An earlier genuine, signed Response to the same person, as XML. */
  readonly earlier?: string;
  /** Wraps a signed or unsigned Assertion into an EncryptedAssertion for the service provider. */
  readonly encrypt?: (assertionXml: string, algorithms?: { block?: string; transport?: string }) => string;
  /** Another service provider, or tenant of the same one, for messages that are meant for it. */
  readonly otherSp?: { readonly entityId: string; readonly acsUrl: string };
  readonly otherIdpEntityId?: string;
  /** An address that nothing but an attack names; whoever fetches it is noticed. */
  readonly canaryUrl?: string;
}

/** Header lines that a double leaves out or sends on the pages whose path starts with `path`. */
export interface HeaderFault {
  readonly double: 'idp' | 'sp';
  readonly path: string;
  readonly remove?: readonly string[];
  readonly set?: Readonly<Record<string, string>>;
  /** Attribute to take off every Set-Cookie line, for example `Secure`; or to replace: `SameSite=Strict`. */
  readonly cookie?: { readonly drop?: string; readonly add?: string };
  /** Text to insert before `</body>` of an HTML page. */
  readonly appendHtml?: string;
}

/** What is changed. A change of text works on the decoded XML; signing and encoding are done around it. */
export type MutationChange =
  | {
      readonly on: 'response' | 'request' | 'idp-metadata' | 'sp-metadata';
      readonly apply: (xml: string, context: MutationContext) => string;
    }
  | {
      /** The encoded form parameter or query string as it travels, after everything else. */
      readonly on: 'response-parameter' | 'request-url' | 'relay-state';
      readonly apply: (text: string, context: MutationContext) => string;
    }
  /** A double that answers with other headers: the same data changes recorded exchanges and running doubles. */
  | { readonly on: 'headers'; readonly fault: HeaderFault }
  /** What the flow saw of the phone, the portal, the outcome: changed as plain data. */
  | { readonly on: 'phone'; readonly apply: (record: PhoneRecord, context: MutationContext) => PhoneRecord }
  | { readonly on: 'portal'; readonly apply: (record: PortalRecord) => PortalRecord }
  | { readonly on: 'outcome'; readonly apply: (record: OutcomeRecord) => OutcomeRecord }
  | { readonly on: 'replays'; readonly apply: (record: ReplayRecord) => ReplayRecord }
  | { readonly on: 'setup'; readonly apply: (record: Setup, context: MutationContext) => Setup }
  | {
      readonly on: 'account';
      readonly apply: (record: AccountRecord, context: MutationContext) => AccountRecord;
    }
  | { readonly on: 'sts'; readonly apply: (record: StsRecord, context: MutationContext) => StsRecord }
  | { readonly on: 'scim'; readonly apply: (record: ScimRecord) => ScimRecord }
  | { readonly on: 'directory'; readonly apply: (record: DirectoryRecord) => DirectoryRecord }
  | { readonly on: 'scim-probe'; readonly apply: (record: ScimProbeRecord) => ScimProbeRecord }
  | { readonly on: 'oidc'; readonly apply: (record: OidcRecord, context: MutationContext) => OidcRecord }
  | { readonly on: 'step-up'; readonly apply: (record: StepUpRecord) => StepUpRecord }
  | { readonly on: 'identity-pool'; readonly apply: (record: IdentityPoolRecord) => IdentityPoolRecord }
  | {
      /** The HTTP request that carries the response, when sent to a target; recorded evidence has no such thing. */
      readonly on: 'acs-request';
      readonly apply: (request: AcsRequest, context: MutationContext) => AcsRequest;
    }
  /** No message is wrong, but when, how often and by whom it is sent: the attack's steps say it. */
  | { readonly on: 'order' }
  | {
      readonly on: 'exchanges';
      readonly apply: (record: readonly Exchange[], context: MutationContext) => readonly Exchange[];
    };

/** How the same wrong state is brought about in a running double, by its control API. */
export interface DoubleSetting {
  readonly double: 'idp' | 'sp' | 'authenticator';
  /** Path below the control API, for example `/applications/aws`. */
  readonly path: string;
  readonly method: 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  readonly body?: unknown;
}

/** One way of being wrong: a genuine message or record with one thing changed. */
export interface Mutation {
  /** Family and wrong state: `assertion/audience-of-other-sp`. Also its path below `harness/mutations`. */
  readonly id: string;
  readonly title: string;
  readonly stage: MutationStage;
  readonly change: MutationChange;
  /** Brings the state about live where changing the message in transit would not be the same. */
  readonly settings?: readonly DoubleSetting[];
  /** Ids of the checks that fail on it; all others must not. */
  readonly breaks: readonly string[];
  /** True when it imitates an attacker, false when it imitates a mistake. */
  readonly hostile: boolean;
  /** What a safe target does with it: refuses, or logs in the genuine user, or nothing is sent to a target. */
  readonly safe: 'refuses' | 'genuine-user' | 'unaffected';
  readonly refs: readonly SpecRef[];
  readonly cves?: readonly CveId[];
  readonly needsArtifacts?: readonly ArtifactName[];
  /** How it is tried on a target; absent for what is only ever judged. */
  readonly attack?: Attack;
}

export function defineMutation(mutation: Mutation): Mutation {
  return Object.freeze(mutation);
}
