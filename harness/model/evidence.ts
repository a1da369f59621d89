/** Names under which a flow, or a file, hands in what it saw. */
export const artifactNames = [
  'idp-metadata',
  'sp-metadata',
  'request',
  'request-delivery',
  'response',
  'response-delivery',
  'setup',
  'exchanges',
  'phone',
  'outcome',
  'portal',
  'replays',
  'account',
  'sts',
  'scim',
  'directory',
  'scim-probe',
  'oidc',
  'step-up',
  'identity-pool',
] as const;
export type ArtifactName = (typeof artifactNames)[number];

/** One thing that was seen, raw; or that was looked for and not seen; or that could not be kept. */
export type Artifact =
  | {
      readonly state: 'seen';
      /** The raw content as transmitted: a SAMLResponse stays base64, metadata stays XML, records are JSON. */
      readonly raw: string;
      /** `utf8` when `raw` is the text itself; `base64` when the bytes were not valid UTF-8. */
      readonly encoding: 'utf8' | 'base64';
      readonly mediaType: string;
      /** Lower-case hexadecimal SHA-256 of the raw bytes. */
      readonly sha256: string;
    }
  | { readonly state: 'missing'; readonly why: string }
  | { readonly state: 'broken'; readonly why: string };

export interface Header {
  /** Lower-case. */
  readonly name: string;
  readonly value: string;
}

/** One HTTP request and its answer, in the order of the requests. Secrets are masked before this exists. */
export interface Exchange {
  readonly index: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly Header[];
  readonly requestBody?: string;
  readonly status: number;
  /** One entry a header line, so that several Set-Cookie lines stay apart. */
  readonly responseHeaders: readonly Header[];
  readonly responseBody?: string;
  /** What asked for it: a document navigation, or the browser on behalf of a page. */
  readonly resource: 'document' | 'script' | 'stylesheet' | 'image' | 'font' | 'fetch' | 'other';
  /** True when the connection was TLS with a certificate that the browser accepted. */
  readonly tls: boolean;
  readonly failure?: string;
}

export interface Screenshot {
  readonly step: string;
  /** File name within the bundle's `screenshots` folder. */
  readonly file: string;
  /** What it shows, for a person who cannot see it. */
  readonly description: string;
}

export interface StepRecord {
  readonly name: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly failure?: string;
}

export type PartyRole = 'idp' | 'sp' | 'authenticator' | 'sts' | 'scim';

export interface TargetRecord {
  readonly role: PartyRole;
  readonly mode: 'double' | 'real';
  /** The product it is or imitates, for example `1Kosmos`. */
  readonly product: string;
  /** Every origin that it answers under, for example `https://signin.aws.amazon.com`. */
  readonly origins: readonly string[];
}

/** All that one run of a flow saw. Plain data: judging it again gives the same findings. */
export interface Evidence {
  readonly schema: 'countersign/evidence/1';
  readonly integration?: string;
  readonly case?: string;
  readonly flow: string;
  readonly targets: readonly TargetRecord[];
  /** The moment at which the messages are judged. ISO 8601, UTC. */
  readonly capturedAt: string;
  /** How far the parties' clocks ran ahead of the harness's, in milliseconds. */
  readonly clockSkewMs: number;
  readonly artifacts: Readonly<Partial<Record<ArtifactName, Artifact>>>;
  readonly steps: readonly StepRecord[];
  readonly screenshots: readonly Screenshot[];
  readonly notes: readonly string[];
  /** Present when the flow broke off: the step, and what was seen instead. */
  readonly brokeOff?: { readonly step: string; readonly why: string };
}
