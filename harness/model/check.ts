import type { ArtifactName } from './evidence.ts';
import type { Readings } from './readings.ts';
import type { SpecRef } from './spec.ts';

/** Part of the product or of the rollout that a check judges. */
export type Judged = 'idp' | 'sp' | 'setup' | 'authenticator';

/** A place in an artifact that a finding points at. */
export interface Where {
  readonly artifact: ArtifactName;
  /** XPath with positions for XML, JSON pointer for records, `exchange 3 header set-cookie` for HTTP. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  /** The offending lines, at most 400 characters. */
  readonly snippet?: string;
}

/** One way in which the evidence falls short. */
export interface Fault<M extends string = string> {
  /** Key into the check's `messages`. */
  readonly message: M;
  /** Values for the `{name}` places of the message. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** What had to be there, as a value or a short phrase. */
  readonly expected: string;
  /** What was there. */
  readonly observed: string;
  readonly where?: Where;
}

/** The result of one check's `run`: faults, or a reason why a person has to look. */
export type CheckResult<M extends string = string> = readonly Fault<M>[] | { readonly manual: string };

export interface CheckContext<O> {
  /** The moment at which the messages are judged, in milliseconds since 1970. */
  readonly now: number;
  /** How much the parties' clocks may differ from it, in milliseconds. */
  readonly skewMs: number;
  /** The check's own options, with the profile's values in place of the defaults. */
  readonly options: O;
}

/** Where a fault is mended, by console. */
export interface Fix {
  /** Console or product, for example `1Kosmos AdminX` or `IAM Identity Center`. */
  readonly console: string;
  /** Path to the field as the console shows it, for example `Settings → IdP Configuration → View Certificate`. */
  readonly field: string;
  /** What to do there, as an imperative sentence. */
  readonly change: string;
}

type Given<N extends ArtifactName, U extends ArtifactName> = { readonly [K in N]: Readings[K] } & {
  readonly [K in U]?: Readings[K] | undefined;
};

/** The part of a check that the judge needs to know, whatever the check is about. */
export interface Check {
  /** Area and name: `assertion/audience`. Also its path below `harness/checks`. */
  readonly id: string;
  /** A statement that is true when the check passes, and its opposite; both in the present tense. */
  readonly title: { readonly holds: string; readonly fails: string };
  /** What goes wrong for people when it does not hold, in one or two sentences. */
  readonly why: string;
  /** How to mend it; profiles add or replace the console's field. */
  readonly fix: Fix;
  readonly judges: Judged;
  /** Artifacts without which it cannot run. */
  readonly needs: readonly ArtifactName[];
  /** Artifacts that it takes into account when they are there. */
  readonly uses: readonly ArtifactName[];
  readonly refs: readonly SpecRef[];
  /** Default options; a profile may replace each by name. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Message by id, with `{name}` where a fault's data goes. */
  readonly messages: Readonly<Record<string, string>>;
  /** True when unreadable XML is this check's own subject, so that it runs all the same. */
  readonly readsBroken: boolean;
  /** `true`, or why this evidence gives it nothing to judge. */
  readonly applies: (evidence: Partial<Readings>, context: CheckContext<never>) => true | string;
  readonly run: (evidence: Partial<Readings>, context: CheckContext<never>) => CheckResult;
}

export interface CheckDefinition<
  N extends ArtifactName,
  U extends ArtifactName,
  M extends string,
  O extends Readonly<Record<string, unknown>>,
> {
  readonly id: string;
  readonly title: { readonly holds: string; readonly fails: string };
  readonly why: string;
  readonly fix: Fix;
  readonly judges: Judged;
  readonly needs: readonly N[];
  readonly uses?: readonly U[];
  readonly refs: readonly [SpecRef, ...SpecRef[]];
  readonly options?: O;
  readonly messages: Readonly<Record<M, string>>;
  readonly readsBroken?: boolean;
  readonly applies?: (evidence: Given<N, U>, context: CheckContext<O>) => true | string;
  readonly run: (evidence: Given<N, U>, context: CheckContext<O>) => CheckResult<NoInfer<M>>;
}

/** Gives a check its types and freezes it. */
export function defineCheck<
  const N extends ArtifactName,
  const M extends string,
  const U extends ArtifactName = never,
  O extends Readonly<Record<string, unknown>> = Readonly<Record<string, never>>,
>(definition: CheckDefinition<N, U, M, O>): Check {
  // The judge hands over exactly the declared artifacts and merged options, so the narrow types hold.
  const narrowed = definition as unknown as Pick<Check, 'run'> & { applies?: Check['applies'] };
  return Object.freeze({
    ...definition,
    uses: definition.uses ?? [],
    options: definition.options ?? {},
    readsBroken: definition.readsBroken ?? false,
    applies: narrowed.applies ?? (() => true as const),
    run: narrowed.run,
  });
}
