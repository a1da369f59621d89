import { parseRoleArn } from '../aws/arn.ts';
import type { RuleId } from '../aws/decide/rules.ts';
import { rules } from '../aws/decide/rules.ts';
import type { Verdict } from '../model/report.ts';
import type { Assumption } from './predict-assumptions.ts';
import type { Cell, Outcome, Subject, Unpredicted } from './predict-table.ts';

/** The prediction as one document: what `--format json` writes and every other form is made of. */
export interface PredictionReport {
  readonly schema: 'countersign/prediction/1';
  readonly tool: { readonly name: 'countersign'; readonly version: string };
  readonly from: 'responses' | 'users';
  readonly verdict: Verdict;
  readonly summary: PredictionSummary;
  readonly users: readonly PredictedUser[];
  /** Columns of the table. */
  readonly roles: readonly PredictedRole[];
  /** Why roles are refused, the most frequent first within a rule. */
  readonly reasons: readonly Reason[];
  readonly rows: readonly Row[];
  readonly unpredicted: readonly Unpredicted[];
  /** ARNs of roles that no SAML login reaches and no assertion names. */
  readonly leftOut: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly notes: readonly string[];
  /** Set when rows were left out on request. */
  readonly only?: Outcome;
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

export interface Reason {
  /** `R1`, as cells refer to it. */
  readonly id: string;
  readonly rule: RuleId;
  /** AWS's error code. */
  readonly code: string;
  readonly says: string;
  readonly count: number;
}

export interface Row {
  readonly user: string;
  /** ARN; a Role value that names no role stands as it was sent. */
  readonly role: string;
  readonly provider?: string;
  readonly outcome: Outcome;
  /** Id of the first reason why not. */
  readonly reason?: string;
  readonly assumptions: readonly string[];
}

export interface ReportInput {
  readonly version: string;
  readonly from: PredictionReport['from'];
  readonly subjects: readonly Subject[];
  /** ARNs of the columns. */
  readonly roles: readonly string[];
  readonly cells: readonly Cell[];
  readonly unpredicted: readonly Unpredicted[];
  readonly leftOut: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly notes: readonly string[];
  readonly only: Outcome | undefined;
}

export function buildReport(input: ReportInput): PredictionReport {
  const { cells, subjects, unpredicted, only } = input;
  const reasons = numberReasons(cells);
  const summary = summarize(input);
  const rows = cells.filter(({ outcome }) => only === undefined || outcome === only);
  return {
    schema: 'countersign/prediction/1',
    tool: { name: 'countersign', version: input.version },
    from: input.from,
    verdict: verdictOf(summary),
    summary,
    users: subjects.map(({ name, from, now }) => ({ name, from, asOf: new Date(now).toISOString() })),
    roles: input.roles.map(describeRole),
    reasons: [...reasons.values()].filter(() => only === undefined || only === 'refused'),
    rows: rows.map((cell) => toRow(cell, subjects, reasons)),
    unpredicted,
    leftOut: input.leftOut,
    assumptions: input.assumptions,
    notes: input.notes,
    ...(only === undefined ? {} : { only }),
  };
}

/** A refusal outweighs what could not be predicted; and a table in which nobody is listed shows nothing. */
function verdictOf({ canAssume, refused, unpredicted }: PredictionSummary): Verdict {
  if (refused > 0) return 'fail';
  return unpredicted > 0 || canAssume === 0 ? 'inconclusive' : 'pass';
}

function summarize({ cells, subjects, roles, unpredicted }: ReportInput): PredictionSummary {
  const counts: Record<Outcome, number> = { 'can-assume': 0, refused: 0, 'not-listed': 0 };
  const listing = new Set<number>();
  for (const { outcome, user } of cells) {
    counts[outcome] += 1;
    if (outcome !== 'not-listed') listing.add(user);
  }
  const elsewhere = new Set(unpredicted.map(({ user }) => user));
  return {
    users: subjects.length,
    roles: roles.length,
    canAssume: counts['can-assume'],
    refused: counts.refused,
    notListed: counts['not-listed'],
    unpredicted: unpredicted.length,
    usersWithoutRole: subjects.filter(({ name }, index) => !listing.has(index) && !elsewhere.has(name))
      .length,
  };
}

/** One entry for each rule and sentence, by the order of the rules, then by how often. */
function numberReasons(cells: readonly Cell[]): ReadonlyMap<string, Reason> {
  const found = new Map<string, Omit<Reason, 'id'>>();
  for (const { outcome, rule, code = '', says = '' } of cells) {
    if (outcome !== 'refused' || rule === undefined) continue;
    const key = keyOf(rule, says);
    found.set(key, { rule, code, says, count: (found.get(key)?.count ?? 0) + 1 });
  }
  const order = new Map(Object.keys(rules).map((rule, index) => [rule, index]));
  const place = ({ rule }: { readonly rule: RuleId }) => order.get(rule) ?? 0;
  const sorted = [...found].sort(([, a], [, b]) => place(a) - place(b) || b.count - a.count);
  return new Map(sorted.map(([key, reason], index) => [key, { id: `R${index + 1}`, ...reason }]));
}

function keyOf(rule: RuleId, says: string): string {
  return `${rule} ${says}`;
}

function toRow(
  { user, role, provider, outcome, rule, says = '', assumptions }: Cell,
  subjects: readonly Subject[],
  reasons: ReadonlyMap<string, Reason>,
): Row {
  const reason = rule === undefined ? undefined : reasons.get(keyOf(rule, says))?.id;
  return {
    user: subjects[user]?.name ?? '',
    role,
    ...(provider === undefined ? {} : { provider }),
    outcome,
    ...(reason === undefined ? {} : { reason }),
    assumptions,
  };
}

function describeRole(arn: string): PredictedRole {
  const { name = arn, account = '' } = parseRoleArn(arn) ?? {};
  return { arn, name, account };
}
