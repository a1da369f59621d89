import type { LaterRoles, SamlApplication } from './application-records.ts';
/** How a SAML message travelled, beside the message itself. */
export interface Delivery {
  readonly binding: 'HTTP-Redirect' | 'HTTP-POST' | 'other';
  readonly method: string;
  /** The address that it was sent to. For HTTP-Redirect with the query string exactly as sent. */
  readonly url: string;
  /** Value of the RelayState parameter after form or URL decoding; absent when there was none. */
  readonly relayState?: string;
  /** Names of all form or query fields in order, repeated ones repeated. */
  readonly fields: readonly string[];
  /** Status of the answer that carried the browser here. */
  readonly carriedBy?: {
    readonly status: number;
    readonly headers: readonly { name: string; value: string }[];
  };
  /** True when the browser reached `url` over TLS. */
  readonly tls: boolean;
  /** RelayState that the service provider sent out in the same login; absent when IdP-initiated. */
  readonly relayStateSent?: string;
}

/** A person as the service provider's directory knows them. */
export interface DirectoryUser {
  readonly userName: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly active: boolean;
}

/** One line of the vendor's attribute mapping table, with the value that it must give for this person. */
export interface AttributeExpectation {
  /** Attribute at the source, for example `user.firstName`. */
  readonly source: string;
  /** Attribute name in the assertion, for example `first_name`. */
  readonly name: string;
  readonly value: string;
}

export interface AccountAccess {
  readonly accountId: string;
  readonly accountName: string;
  /** Permission set names, sorted. */
  readonly roles: readonly string[];
}

/** What both sides were configured with, and whom this login is about. Absent fields were not known. */
export interface Setup {
  readonly initiatedBy?: 'sp' | 'idp';
  /** Values typed or imported at the service provider about the identity provider. */
  readonly idp?: {
    readonly entityId?: string;
    readonly ssoUrl?: string;
    /** Base64 DER of every signing certificate that the service provider trusts. */
    readonly certificates?: readonly string[];
  };
  /** Values typed at the identity provider about the service provider. */
  readonly sp?: {
    readonly entityId?: string;
    readonly acsUrl?: string;
  };
  /** ID of the AuthnRequest that this login answers. */
  readonly requestId?: string;
  /** The person, as the service provider's directory has them; `null` when it has no such person. */
  readonly user?: DirectoryUser | null;
  readonly attributes?: readonly AttributeExpectation[];
  /** Accounts and roles that the person must see. */
  readonly access?: readonly AccountAccess[];
  /** Kind of proof the phone gave, for the authentication context. */
  readonly factor?: Biometric;
  /** The custom SAML application that the login is into; absent where it is into something else. */
  readonly application?: SamlApplication;
}

export type Biometric = 'touch-id' | 'face-id' | 'live-id';

/** What the phone read, was shown, signed and was told. */
export interface PhoneRecord {
  /** Raw text of the QR code as the phone decoded it from the screen. */
  readonly qr: string;
  /** The same login page's QR after a reload, when the flow reloaded it. */
  readonly qrAfterReload?: string;
  /** ISO 8601 UTC: when the code was made and when it stops working, as the provider states. */
  readonly issuedAt: string;
  readonly expiresAt: string;
  /** The number on the login page, and the one that the phone showed. */
  readonly numberOnPage?: string;
  readonly numberOnPhone?: string;
  /** Host on which the browser showed the QR. */
  readonly pageOrigin: string;
  /** What the phone told its owner before asking for a biometric. */
  readonly shown: { readonly application: string; readonly origin: string; readonly userName: string };
  readonly answer: {
    readonly decision: 'approve' | 'deny' | 'none';
    readonly biometric?: Biometric;
    readonly liveness?: 'passed' | 'failed' | 'not-checked';
    /** Compact JWS (ES256) over challenge, origin and user, as sent. */
    readonly jws?: string;
    /** Public key that the provider enrolled for this device, as JWK. */
    readonly enrolledKey?: Readonly<Record<string, unknown>>;
    readonly sentAt?: string;
  };
  /** How the provider answered the phone. */
  readonly verdict: { readonly status: number; readonly code: string; readonly message: string };
  /** The provider's answers when the same code or approval was used again; empty when it was not tried. */
  readonly repeated: readonly { readonly status: number; readonly code: string }[];
}

/** Which page the browser ended on, and who is logged in. */
export interface OutcomeRecord {
  readonly expected: 'signed-in' | 'refused-by-idp' | 'refused-by-sp';
  readonly actual: 'signed-in' | 'refused-by-idp' | 'refused-by-sp' | 'stuck';
  /** User name of the session that the service provider reports; absent when there is none. */
  readonly who?: string;
  /** Address and visible text of the last page. */
  readonly url: string;
  readonly pageText: string;
  /** Why the service provider refused, as its audit log has it. */
  readonly auditReason?: string;
  /** True when the identity provider's or service provider's session cookie was there at the end. */
  /** User names of sessions in other browsers that took part, for example an attacker's; empty when there were none. */
  readonly elsewhere?: readonly string[];
  readonly sessionLeft?: { readonly idp: boolean; readonly sp: boolean };
}

/** The access portal's page as a person sees it. */
export interface PortalRecord {
  readonly userName: string;
  readonly accounts: readonly AccountAccess[];
  readonly url: string;
  /** Address that a deep link asked for, and the one reached. */
  readonly deepLink?: { readonly wanted: string; readonly reached: string };
  /** Set after sign-out was tried: does the portal still answer with the old cookie? */
  readonly signedOut?: { readonly sessionStillWorks: boolean };
  /** Of an application's first page. ISO 8601 UTC: when the application ends the session by itself. */
  readonly sessionEnd?: string;
  readonly later?: LaterRoles;
}

/** Attempts to use one response again. */
export interface ReplayRecord {
  readonly attempts: readonly {
    readonly how: 'same-browser' | 'other-browser' | 'after-restart';
    readonly accepted: boolean;
    readonly who?: string;
    readonly status: number;
    readonly auditReason?: string;
  }[];
}
