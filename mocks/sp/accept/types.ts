import type { CanonicalForm } from '../../core/saml/canonicalize.ts';
import type { Element, ParseLimits } from '../../core/saml/xml.ts';
import type { Addresses, People, Settings } from '../config.ts';
import type { Cookies } from '../cookies.ts';
import type { Memory, PendingLogin, Session } from '../memory.ts';
import type { Show } from '../pages/pages.ts';
import type { Provider, Providers, VerificationKey } from '../providers.ts';
import type { Grammar } from './grammar.ts';
import type { LogoutMessage } from './logout.ts';

/** A request to the assertion consumer service. */
export interface Post {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** What a form brought. */
export interface Fields {
  readonly response: string;
  readonly relayState: string | undefined;
  /** More values of the same field; strict refuses them. */
  readonly others?: readonly string[];
}

/** A signature as it stands in the message; nothing of it is believed yet. */
export interface SignatureFacts {
  readonly element: Element;
  /** The element that it stands in. */
  readonly owner: Element;
  readonly signedInfo: Element;
  /** URI of CanonicalizationMethod, and the prefixes given to it. */
  readonly canonicalization: Transform;
  readonly method: string;
  readonly methodElement: Element | undefined;
  readonly value: Buffer;
  readonly references: readonly Reference[];
}

export interface Transform {
  readonly algorithm: string;
  readonly prefixes: readonly string[];
  readonly element: Element | undefined;
}

export interface Reference {
  readonly element: Element;
  readonly uri: string | undefined;
  readonly transforms: readonly Transform[];
  readonly digestMethod: string;
}

/** An element that a signature of the provider covers, and the very text that was digested. */
export interface Signed {
  readonly element: Element;
  readonly text: string | Buffer;
}

/** A response and the assertion that counts. */
export interface Message {
  readonly provider: Provider;
  /** Read from signed text where the Response is signed, else as it came. */
  readonly response: Element;
  readonly responseSigned: boolean;
  /** Read from signed text. */
  readonly assertion: Element;
  readonly signedBy: 'assertion' | 'response' | 'nobody';
  /** The Response as it came, what was encrypted in it opened. Strict code reads nothing from it. */
  readonly document: Element;
  /** What the signature covers, as it came; only weak readers ask. */
  readonly covered?: Element;
}

export interface Attribute {
  readonly name: string;
  readonly nameFormat: string | undefined;
  readonly friendlyName: string | undefined;
  readonly values: readonly string[];
}

/** What an assertion in order says. Times in milliseconds since 1970. */
export interface Statement {
  readonly issuer: string;
  readonly assertionId: string;
  readonly responseId: string;
  readonly nameId: string;
  readonly nameIdFormat: string | undefined;
  readonly attributes: readonly Attribute[];
  /** ID of the request that it answers; undefined when nobody asked. */
  readonly inResponseTo: string | undefined;
  /** When the assertion ends by its own word. */
  readonly notOnOrAfter: number;
  readonly sessionIndex: string | undefined;
  readonly sessionNotOnOrAfter: number | undefined;
  readonly authnInstant: number | undefined;
  readonly authnContext: string | undefined;
}

/** What is given to every step. */
export interface Run {
  readonly steps: Steps;
  readonly settings: Settings;
  readonly addresses: Addresses;
  readonly providers: Providers;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** PEM keys that open encrypted assertions. */
  readonly openers: readonly string[];
  /** Network address of the browser; undefined when it is not known. */
  readonly clientAddress: string | undefined;
  /** Headers of the request; absent where there is none. Strict code asks them nothing about itself. */
  readonly headers?: Headers;
  /** Reads an address that a message names. Nothing strict calls it. */
  readonly fetchText: (url: string) => Promise<string | undefined>;
}

/** The same for steps that ask who brings the message, and what is remembered. */
export interface LoginRun extends Run {
  readonly memory: Memory;
  readonly people: People;
  /** Secret of the browser that brings it; undefined when it has none. */
  readonly browser: string | undefined;
}

export interface Limits extends ParseLimits {
  readonly formBytes: number;
  /** Characters of the encoded message. */
  readonly encodedLength: number;
  readonly relayStateBytes: number;
  readonly transforms: number;
  readonly prefixes: number;
  readonly rsaBits: number;
}

export type VerifyValue = (
  data: Buffer,
  value: Buffer,
  keys: readonly VerificationKey[],
  method: Element | undefined,
  run: Run,
) => boolean;

export interface Algorithms {
  /** By the URI of SignatureMethod. */
  readonly signature: Readonly<Record<string, VerifyValue>>;
  /** Name of the hash by the URI of DigestMethod. */
  readonly digest: Readonly<Record<string, string>>;
  /** URIs that CanonicalizationMethod may have. */
  readonly canonicalization: readonly string[];
  /** URIs that a Transform may have. */
  readonly transforms: readonly string[];
  /** URIs that encrypted content may have without a signature over it. */
  readonly unsignedContent: readonly string[];
  readonly rsa15: boolean;
}

export type FormCheck = (facts: SignatureFacts, run: Run) => void;
export type LogoutCheck = (message: LogoutMessage, run: LoginRun) => void;
export type RequestCheck = (pending: PendingLogin, statement: Statement, run: LoginRun) => void;
export type Check = (message: Message, run: Run) => void;
type Maybe<T> = T | Promise<T>;

/**
 * How a response becomes a statement, step by step. Every step may refuse by throwing a Refusal. The strict ones stand
 * in this folder; a weakness replaces one or a few.
 */
export interface Steps {
  readonly limits: Limits;
  readonly algorithms: Algorithms;
  readonly receive: (post: Post, run: Run) => Fields;
  readonly checkTransport: (url: URL, run: Run) => void;
  /** From the encoded message to an assertion that a signature covers. */
  readonly readMessage: (fields: Fields, run: Run) => Promise<Message>;
  readonly decode: (parameter: string, run: Run) => string;
  readonly parse: (text: string, run: Run) => Maybe<Element>;
  /** Whether an element is the one of that name. */
  readonly isNamed: (element: Element, namespace: string, local: string) => boolean;
  /** Text of an element that has nothing but text. */
  readonly textOf: (element: Element) => string;
  /** Value of an attribute of SAML's own. */
  readonly attributeOf: (element: Element, name: string) => string | undefined;
  readonly findResponse: (root: Element, run: Run) => Element;
  /** Follows addresses in the message. Strict: none. */
  readonly dereference: (root: Element, run: Run) => Promise<void>;
  readonly findProvider: (response: Element, run: Run) => Provider;
  readonly checkIds: (response: Element, run: Run) => void;
  /** All signatures below an element, where they may stand. */
  readonly findSignatures: (container: Element, run: Run) => readonly Element[];
  readonly readSignature: (signature: Element, run: Run) => SignatureFacts;
  readonly signatureForm: Readonly<Record<string, FormCheck>>;
  readonly findKeys: (
    facts: SignatureFacts,
    provider: Provider,
    run: Run,
  ) => Maybe<readonly VerificationKey[]>;
  readonly verifyValue: (facts: SignatureFacts, keys: readonly VerificationKey[], run: Run) => boolean;
  readonly resolve: (reference: Reference, facts: SignatureFacts, container: Element, run: Run) => Element;
  readonly transform: (
    target: Element,
    reference: Reference,
    facts: SignatureFacts,
    run: Run,
  ) => string | Buffer;
  readonly canonicalize: (element: Element, form: CanonicalForm, without?: Element) => string;
  readonly readDigest: (reference: Reference, container: Element, run: Run) => Buffer;
  readonly digestHolds: (text: string | Buffer, reference: Reference, wanted: Buffer, run: Run) => boolean;
  /** What one signature covers. */
  readonly verifySignature: (
    signature: Element,
    container: Element,
    provider: Provider,
    run: Run,
  ) => Maybe<Signed>;
  /** What all signatures below an element cover. */
  readonly collectSigned: (container: Element, provider: Provider, run: Run) => Maybe<readonly Signed[]>;
  /** What is read of a signed element. Strict: the text that was digested, parsed. */
  readonly readSigned: (signed: Signed, run: Run) => Element;
  /** Opens an EncryptedAssertion. */
  readonly open: (encrypted: Element, run: Run) => Element;
  readonly loadAssertion: (
    response: Element,
    signed: readonly Signed[],
    provider: Provider,
    run: Run,
  ) => Maybe<Message>;
  readonly checks: Readonly<Record<string, Check>>;
  readonly grammar: Grammar;
  /** The bearer confirmation's data; strict refuses when there is none. */
  readonly findConfirmation: (assertion: Element, run: Run) => Element | undefined;
  readonly readInstant: (text: string | undefined) => number | undefined;
  /** A time in the message; strict refuses what is none. */
  readonly readBound: (text: string, name: string, run: Run) => number | undefined;
  readonly skewMs: (run: Run) => number;
  /** What of an element counts as its ID. */
  readonly idsOf: (element: Element) => readonly string[];
  /** Whether an address or audience is the one that is expected. */
  readonly isAddress: (given: string, expected: string, run: Run) => boolean;
  readonly inResponseTo: (message: Message, run: Run) => string | undefined;
  /** The NameID; strict refuses when there is none. */
  readonly readNameId: (message: Message, run: Run) => Element | undefined;
  readonly readAttributes: (message: Message, run: Run) => readonly Attribute[];
  /** The name that accounts are looked up by. */
  readonly nameOf: (nameId: string, attributes: readonly Attribute[]) => string;
  /** The account of the person. */
  readonly findAccount: (statement: Statement, run: LoginRun) => string;
  /** The login that the message answers; undefined when nobody asked for it. */
  readonly bindRequest: (statement: Statement, run: LoginRun) => PendingLogin | undefined;
  /** What must be true of the request that is answered. */
  readonly requestChecks: Readonly<Record<string, RequestCheck>>;
  readonly checkRelayState: (
    relayState: string | undefined,
    pending: PendingLogin | undefined,
    run: LoginRun,
  ) => void;
  /** Whether this browser may become that person now. */
  readonly checkSession: (account: string, pending: PendingLogin | undefined, run: LoginRun) => void;
  /** When the session must end, by the identity provider's word and ours; milliseconds since 1970. */
  readonly sessionUntil: (statement: Statement, run: LoginRun) => number;
  /** Where the browser goes next. */
  readonly destinationOf: (
    relayState: string | undefined,
    pending: PendingLogin | undefined,
    run: LoginRun,
  ) => string;
  /** The answer that leads it there. */
  readonly leadOn: (destination: string) => Response;
  readonly cookies: Cookies;
  /** Uses the message up, or refuses because somebody did. */
  readonly claim: (login: ReadLogin, run: LoginRun) => void | Promise<void>;
  readonly findLogoutProvider: (issuer: string, run: LoginRun) => Provider;
  /** What the signatures of a posted LogoutRequest cover. */
  readonly collectLogoutSignatures: Steps['collectSigned'];
  readonly logoutChecks: Readonly<Record<string, LogoutCheck>>;
  readonly sessionsToEnd: (message: LogoutMessage, run: LoginRun) => readonly Session[];
  readonly endSession: (session: Session, memory: Memory) => void;
  /** Turns a value into markup for a page. */
  readonly show: Show;
  /** Values of a refused message that its page repeats. Strict: none. */
  readonly echo: (refused: RefusedMessage) => readonly string[];
}

/** What an error page could repeat. */
export interface RefusedMessage {
  readonly reason: string;
  /** What was posted, as far as it is a form. Costs something for a large message. */
  readonly readFields: () => URLSearchParams;
}

/** A message that is in order as far as can be said without looking at who brings it, and what came with it. */
export interface ReadLogin {
  readonly message: Message;
  readonly statement: Statement;
  readonly relayState: string | undefined;
  /** The message as it came. */
  readonly parameter: string;
}
