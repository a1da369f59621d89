import { attributeLimits, within } from '../../aws/limits.ts';
import { CountersignError } from '../../model/error.ts';
import type { Outcome } from './table.ts';

export const formats = ['console', 'json', 'csv', 'html'] as const;
export type Format = (typeof formats)[number];

/** The command line, as it was given. */
export interface PredictOptions {
  /** Folder that relative file names start from. */
  readonly here: string;
  readonly account: readonly string[];
  readonly providers: readonly string[];
  readonly idpMetadata?: string;
  readonly responses: readonly string[];
  readonly users?: string;
  readonly mapping?: string;
  readonly now?: string;
  readonly recipient?: string;
  /** Seconds. */
  readonly duration?: number;
  readonly format: Format;
  readonly output?: string;
  readonly only?: Outcome;
  /** Sends each response to STS, which nothing else does. */
  readonly askSts: boolean;
  readonly stsEndpoint?: string;
  readonly region?: string;
  /** ARNs. */
  readonly role: readonly string[];
  /** What `aws cognito-identity` prints about an identity pool: predicts that pool in place of STS. */
  readonly pool?: readonly string[];
  /** With a pool: ARN of the SAML provider by which people log in. */
  readonly loginBy?: string;
  /** With a pool: ARN that the application sends as CustomRoleArn. */
  readonly customRole?: string;
}

/** Where assertions come from. */
export type Source =
  | { readonly from: 'responses'; readonly files: readonly string[] }
  | { readonly from: 'users'; readonly users: string; readonly mapping: string };

/** What is asked for, once it makes sense. @throws CountersignError `usage` */
export function sourceOf(options: PredictOptions): Source {
  const { responses, users, mapping, recipient, account, idpMetadata, providers } = options;
  if (account.length === 0)
    throw usage(
      'No account is given.',
      'Add --account FILE, with the output of "aws iam get-account-authorization-details --filter Role".',
    );
  if (idpMetadata === undefined && providers.length === 0)
    throw usage(
      'Nothing tells the identity provider.',
      'Add --idp-metadata FILE, or --providers FILE with the output of get-saml-provider.',
    );
  if (responses.length > 0 && users !== undefined)
    throw usage('--responses and --users exclude each other.', 'Predict from one of them at a time.');
  if (responses.length > 0) {
    const stray = mapping !== undefined ? '--mapping' : recipient !== undefined ? '--recipient' : undefined;
    if (stray === undefined) return { from: 'responses', files: responses };
    throw usage(
      `${stray} does not go with --responses: a saved response says it itself.`,
      'Leave it out, or predict from --users.',
    );
  }
  if (users !== undefined && mapping !== undefined) return { from: 'users', users, mapping };
  if (users !== undefined)
    throw usage(
      '--users needs --mapping.',
      'Add --mapping FILE, a JSON object such as {"Role": "{roles}", "RoleSessionName": "{email}"}.',
    );
  throw usage(
    mapping === undefined ? 'There is nobody to predict for.' : '--mapping needs --users.',
    'Add --responses FILE… with saved SAMLResponses, or --users FILE with --mapping FILE.',
  );
}

/** Flags about STS go together, and with saved responses. @throws CountersignError `usage` */
export function checkAskSts({ askSts, stsEndpoint, region, role, responses, now }: PredictOptions): void {
  if (askSts) {
    if (responses.length === 0)
      throw usage('--ask-sts needs saved responses: only they can be sent to STS.', 'Add --responses FILE….');
    if (now === undefined) return;
    throw usage(
      '--now does not go with --ask-sts: STS judges at the present moment.',
      'Leave one of them out; the prediction is then made for the present moment, too.',
    );
  }
  const stray =
    stsEndpoint !== undefined
      ? '--sts-endpoint'
      : region !== undefined
        ? '--region'
        : role.length > 0
          ? '--role'
          : undefined;
  if (stray === undefined) return;
  throw usage(
    `${stray} says how STS is asked, and it is not asked.`,
    'Add --ask-sts, which sends the saved responses to STS; without it no assertion leaves this machine.',
  );
}

/** @throws CountersignError `usage` */
export function checkDuration(seconds: number | undefined): void {
  const { sessionDuration } = attributeLimits;
  if (seconds === undefined || within(seconds, sessionDuration)) return;
  throw usage(
    `AssumeRoleWithSAML takes no duration of ${seconds} seconds.`,
    `Write --duration as a number from ${sessionDuration.min} to ${sessionDuration.max}.`,
  );
}

/** Milliseconds since 1970. A time without its zone would be another moment on another machine. */
export function momentOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
  const ms = form.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) return ms;
  throw usage(
    `"${text}" is no moment in time.`,
    'Write --now as ISO 8601, for example 2026-11-21T08:00:00Z.',
  );
}

function usage(message: string, next: string): CountersignError {
  return new CountersignError('usage', message, next);
}
