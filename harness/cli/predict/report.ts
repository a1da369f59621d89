import { parseRoleArn } from '../../aws/arn.ts';
import type { Verdict } from '../../model/report.ts';
import type { Assumption } from './assumptions.ts';
import type { StsReport } from './compare-sts.ts';
import type { Reason } from './reasons.ts';
import type { Cell, Outcome, Subject, Unpredicted } from './table.ts';

/** The prediction as one document: what `--format json` writes, and every other form is made of. */
export interface PredictionReport {
  readonly schema: 'countersign/prediction/1';
  readonly tool: { readonly name: 'countersign'; readonly version: string };
  readonly from: 'responses' | 'users';
  readonly verdict: Verdict;
  readonly summary: PredictionSummary;
  readonly users: readonly PredictedUser[];
  /** Columns of the table. */
  readonly roles: readonly PredictedRole[];
  /** Why roles are refused: by the order of the rules, within a rule the most frequent first. */
  readonly reasons: readonly Reason[];
  /** Users outermost; in JSON a reason is its id. */
  readonly rows: readonly Cell[];
  readonly unpredicted: readonly Unpredicted[];
  /** ARNs of roles that no SAML login reaches and no assertion names. */
  readonly leftOut: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly notes: readonly string[];
  /** Set when rows were left out on request. */
  readonly only?: Outcome;
  /** What STS really answered, beside what was foretold; only when it was asked. */
  readonly sts?: StsReport;
}

/** Cells by outcome; always of the whole table. */
export interface PredictionSummary {
  readonly users: number;
  readonly roles: number;
  readonly canAssume: number;
  readonly refused: number;
  readonly notListed: number;
  readonly unpredicted: number;
  /** Users whose assertion lists no role at all. */
  readonly usersWithoutRole: number;
}

export interface PredictedUser {
  readonly name: string;
  readonly from: string;
  /** When the login is judged, ISO 8601. */
  readonly asOf: string;
}

export interface PredictedRole {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
}

export interface ReportInput
  extends Pick<PredictionReport, 'from' | 'unpredicted' | 'assumptions' | 'notes'> {
  readonly version: string;
  readonly subjects: readonly Subject[];
  /** ARNs of the columns, and of the roles that are none. */
  readonly roles: readonly string[];
  readonly leftOut: readonly string[];
  readonly cells: readonly Cell[];
  readonly reasons: readonly Reason[];
  readonly only: Outcome | undefined;
  readonly sts: StsReport | undefined;
}

export function buildReport(input: ReportInput): PredictionReport {
  const { cells, subjects, only, sts } = input;
  const summary = summarize(input);
  return {
    schema: 'countersign/prediction/1',
    tool: { name: 'countersign', version: input.version },
    from: input.from,
    verdict: worse(verdictOf(summary), sts?.verdict ?? 'pass'),
    summary,
    users: subjects.map(({ name, from, now }) => ({ name, from, asOf: new Date(now).toISOString() })),
    roles: input.roles.map(describeRole),
    reasons: only === undefined || only === 'refused' ? input.reasons : [],
    rows: only === undefined ? cells : cells.filter(({ outcome }) => outcome === only),
    unpredicted: input.unpredicted,
    leftOut: input.leftOut,
    assumptions: input.assumptions,
    notes: input.notes,
    ...(only === undefined ? {} : { only }),
    ...(sts === undefined ? {} : { sts }),
  };
}

function worse(a: Verdict, b: Verdict): Verdict {
  return (['fail', 'inconclusive', 'pass'] as const).find((one) => one === a || one === b) ?? a;
}

/** A refusal outweighs what could not be predicted; and a table in which nobody is listed shows nothing. */
export function verdictOf({ canAssume, refused, unpredicted }: PredictionSummary): Verdict {
  if (refused > 0) return 'fail';
  return unpredicted > 0 || canAssume === 0 ? 'inconclusive' : 'pass';
}

function summarize({ cells, subjects, roles, unpredicted }: ReportInput): PredictionSummary {
  const counts: Record<Outcome, number> = { 'can-assume': 0, refused: 0, 'not-listed': 0 };
  const listing = new Set(unpredicted.map(({ user }) => user));
  for (const { outcome, user } of cells) {
    counts[outcome] += 1;
    if (outcome !== 'not-listed') listing.add(user);
  }
  return {
    users: subjects.length,
    roles: roles.length,
    canAssume: counts['can-assume'],
    refused: counts.refused,
    notListed: counts['not-listed'],
    unpredicted: unpredicted.length,
    usersWithoutRole: subjects.filter(({ name }) => !listing.has(name)).length,
  };
}

function describeRole(arn: string): PredictedRole {
  const { name = arn, account = '' } = parseRoleArn(arn) ?? {};
  return { arn, name, account };
}
