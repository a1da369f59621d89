import type { BrowserContext, Page } from 'playwright';
import type { AccountAccess, PhoneRecord } from '../model/records.ts';

/** Answers the identity provider's login page, whatever kind it is. */
export type LoginDriver = (page: Page, tools: LoginTools) => Promise<PhoneRecord | undefined>;

export interface LoginTools {
  /** Takes a picture of the page for the report, and gives its bytes. */
  readonly photograph: (page: Page, description: string) => Promise<Uint8Array>;
  /** Waits, as long as a page may take, until an element is shown. */
  readonly waitFor: (page: Page, selector: string) => Promise<void>;
  readonly readText: (page: Page, selector: string) => Promise<string | undefined>;
  /** Opens the login page in another browser, as an attacker's: for relayed codes. */
  readonly openElsewhere: () => Promise<Page>;
}

/** The identity provider's pages and what it is asked beside them. */
export interface IdentityProviderPort {
  readonly metadata: () => Promise<string>;
  /** Address that starts an IdP-initiated login. */
  readonly startUrl: (relayState?: string) => string;
  /** Selector of what is present on every page that refuses a login. */
  readonly refusal: string;
  /** Selector of the login page itself. */
  readonly login: string;
  readonly hasSession: (context: BrowserContext) => Promise<boolean>;
}

/** The service provider's pages and what it is asked beside them. */
export interface ServiceProviderPort {
  readonly metadata: () => Promise<string>;
  readonly acsUrl: string;
  /** Address of its first page. */
  readonly startUrl: string;
  /** A page between the response and the first page of a session, such as a choice of roles, and how it is answered. */
  readonly between?: { readonly selector: string; readonly act: (page: Page) => Promise<void> };
  /** Fills the first page in, so that the browser is sent to the identity provider. */
  readonly begin: (page: Page, userName: string) => Promise<void>;
  readonly screens: {
    /** Present on the page of a person who is logged in. */
    readonly home: string;
    /** Present on every page that refuses a login. */
    readonly refusal: string;
    /** Present on the page that a deep link leads to. */
    readonly destination: string;
  };
  readonly readHome: (page: Page) => Promise<{ userName: string; accounts: readonly AccountAccess[] }>;
  /** Who is logged in by this browser's cookies: the identity oracle. */
  readonly whoami: (context: BrowserContext) => Promise<string | undefined>;
  /** The private reason of the latest refusal; undefined where the provider does not tell. */
  readonly lastRefusal: () => Promise<string | undefined>;
  /** Restarts the provider; a double only. */
  readonly restart?: () => Promise<void>;
  readonly signOut: (page: Page) => Promise<void>;
}

/** A page behind the login that the person wants to reach. */
export interface DeepLink {
  /** What is wanted there, for example `ACCOUNT/ROLE`. */
  readonly wanted: string;
  /** Opened when SP-initiated, sent as RelayState when IdP-initiated. */
  readonly url: string;
}
