import type { PhonePlan } from './phone.ts';
import type { WeaknessId } from './weaknesses.ts';

/** A person whom the target knows: the one who attacks with an own account, and the one whom they want to be. */
export interface AttackPerson {
  /** NameID exactly as the identity provider sends it. */
  readonly nameId: string;
  /** Attributes of an ordinary login, name → values. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** Keys that a message can be signed with. Which of them the target trusts is part of its set-up. */
export type SignerName =
  /** The identity provider's active signing key: trusted. */
  | 'idp'
  /** A key that nobody trusts. */
  | 'stranger'
  /** The same, its certificate with subject, issuer and serial number of the identity provider's. */
  | 'stranger-same-subject'
  /** A key whose certificate an authority issued that also issued the identity provider's name; not in the metadata. */
  | 'same-authority'
  /** Listed in the identity provider's metadata for encryption only. */
  | 'idp-encryption'
  /** Was in the metadata before the rollover. */
  | 'idp-retired'
  /** RSA of 1,024 bits, trusted. */
  | 'idp-short'
  /** Signing key of a second identity provider that the target trusts too. */
  | 'other-idp';

/**
 * How an element is signed. Everything but the signer has the ordinary value of SAML (RSA-SHA256, exclusive c14n). Where
 * the ID is that of a `ds:Signature`, this is a template: its empty values are filled in, the rest stays as written.
 */
export interface ForgedSignature {
  readonly as: SignerName;
  readonly signatureAlgorithm?: string;
  readonly digestAlgorithm?: string;
  readonly canonicalization?: string;
  /** URIs of the transforms in order; default enveloped-signature, exclusive canonicalization. */
  readonly transforms?: readonly string[];
  /** `none`: no KeyInfo at all. Default: the signer's certificate. */
  readonly keyInfo?: 'certificate' | 'none';
}

/** Which HTTP message carries a response to the assertion consumer service. */
export interface AcsRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A cookie jar: a browser of its own. `own` is the attacker's, `other` another one of theirs, `victim` the victim's. */
export type Jar = 'own' | 'other' | 'victim';

/** One step of an attack in time. What counts is who is logged in, and where, after the last one. */
export type AttackStep =
  /** Starts an SP-initiated login and waits with the answer; a target without one skips this. */
  | { readonly step: 'start'; readonly jar: Jar }
  /** A complete, genuine login of the attacker, or of `as`; its response is kept as `earlier`. */
  | { readonly step: 'log-in'; readonly jar: Jar; readonly as?: 'self' | 'victim' }
  /**
   * Sends a message in that jar: `forged` is the changed message (made for the request last started in the jar),
   * `earlier` the bytes of the last genuine login, `forged-earlier` the change applied to those.
   * `copies` sends so many at the same instant, each with a copy of this jar. `madeFor` names the jar whose request
   * the message answers, where it is another one. `to` is another way into the same account, or another instance of
   * the target, than its assertion consumer service.
   */
  | {
      readonly step: 'send';
      readonly jar: Jar;
      readonly message: 'forged' | 'earlier' | 'forged-earlier';
      readonly copies?: number;
      readonly madeFor?: Jar;
      readonly to?: 'second-node' | 'sts' | 'identity-pool';
    }
  /**
   * Sends a LogoutRequest of the identity provider about the session in this jar to the target's single logout service,
   * by a form post as a browser makes it. `genuine` is signed and right, `forged` is what the attack's change of that
   * HTTP request makes of it, `again` are the bytes of the last one.
   */
  | { readonly step: 'send-logout'; readonly jar: Jar; readonly message: 'genuine' | 'forged' | 'again' }
  /** Restarts the target. */
  | { readonly step: 'restart' }
  | { readonly step: 'log-out'; readonly jar: Jar }
  /** Puts back the cookies that the jar had before the last log-out there. */
  | { readonly step: 'restore-cookies'; readonly jar: Jar }
  /** At an identity provider: what differs from an owner who scans, matches the number and approves. */
  | { readonly step: 'answer-phone'; readonly jar: Jar; readonly plan: Partial<PhonePlan> }
  /** At an identity provider: opens the address that starts a login there, for an application or person that may not. */
  | {
      readonly step: 'launch';
      readonly jar: Jar;
      readonly what: 'application-not-assigned' | 'application-of-other-tenant' | 'person-disabled';
    }
  /** Moves the target's clock so that this many milliseconds are left until the earlier assertion expires. */
  | { readonly step: 'clock'; readonly leftMs: number };

/** What a target must be able to do for an attack to mean anything; where it cannot, the attack is not applicable. */
export type AttackNeed =
  | 'sp-initiated'
  | 'restart'
  | 'clock'
  | 'log-out'
  | 'encryption'
  | 'other-idp'
  /** A second service provider or tenant whose messages must not be taken here. */
  | 'other-sp'
  | 'signed-assertion'
  | 'signed-response'
  /** Responses that nobody asked for are refused by configuration. */
  | 'unsolicited-off'
  /** A single logout service (SAML Profiles 4.4). */
  | 'single-logout'
  /** A second instance behind the same address, as in a cluster. */
  | 'second-node'
  /** HTTP-Artifact, with the harness as the artifact resolution service. */
  | 'artifact'
  /** AWS: assertions are also taken by AssumeRoleWithSAML, or by an identity pool's GetId. */
  | 'sts'
  | 'identity-pool'
  /** Of an identity provider: it demands signed requests of this service provider. */
  | 'signed-requests'
  /** Of an identity provider: people confirm on a phone that the harness plays. */
  | 'phone'
  /** Of an identity provider: addresses that start a login there. */
  | 'launch';

/** What is watched to tell whether an attack worked. */
export type AttackWatch =
  /**
   * Who is logged in, by the identity oracle. The default. Of an identity provider: whether it sends an assertion,
   * where to and about whom.
   */
  | 'identity'
  /** Of the copies sent at one instant, how many began a session. */
  | 'sessions'
  /** Whether the last message began a session in a jar that was logged in already. */
  | 'new-session'
  /** Whether the session that the last message's jar had before it has ended. */
  | 'session-ended'
  /** Of an identity provider: whether it shows a page, where it has to answer at once. */
  | 'page'
  /** Whether the target leads the browser off its own origins. */
  | 'redirect'
  /** Whether the text of the attack comes back unescaped in a page. */
  | 'markup'
  /** Whether anything fetched the address that only this attack names. */
  | 'fetched'
  /** Whether the target still answers within a multiple of the time that a genuine login took. */
  | 'answer-time';

/** How a hostile mutation is tried on a target. */
export interface Attack {
  readonly against: 'sp' | 'idp';
  /** How it works and what it hopes for, in a sentence or two. */
  readonly mechanism: string;
  /** What a target must lack to fall for it: the settings of the weak double. Usually one. */
  readonly weakness: readonly WeaknessId[];
  readonly needs?: readonly AttackNeed[];
  readonly watch?: AttackWatch;
  /**
   * Why a target may take this message without a fault: the standard leaves it to each target's policy. What completes
   * "Refusing it is advice, not a rule: …". Absent for what every target must refuse.
   */
  readonly advisory?: string;
  /** Text in a page that gives the attack away, for `markup`; the message's own markup unless given. */
  readonly marker?: string;
  /** Default: `start` in the own jar, then `send` the forged message there; an identity provider needs no `start`. */
  readonly steps?: readonly AttackStep[];
}

/** What came of an attack. A refusal counts only between two genuine logins that worked. */
export type AttackOutcome =
  /** The target refused it, or took the genuine part alone where that is safe. */
  | 'held'
  /** It worked: the finding says who got in, or what else happened. */
  | 'fell'
  /** It worked, and the standard leaves it to the target's policy: worth knowing, but no fault. */
  | 'warned'
  /** Nothing follows: a control failed, or the target did not answer. */
  | 'inconclusive'
  /** The target cannot do what the attack is about. */
  | 'not-applicable';
