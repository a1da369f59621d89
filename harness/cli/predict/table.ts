import type { RoleFacts } from '../../aws/account-facts.ts';
import type { AssertionFacts } from '../../aws/assertion-facts.ts';
import type { AssumptionId } from '../../aws/decide/types.ts';
import type { PredictionRow } from '../../aws/predict.ts';
import { type RoleValueReading, readRoleValue } from '../../aws/role-attribute.ts';
import { afterAttributePrefix, awsAttributes } from '../../aws/saml-attributes.ts';
import type { GivenRoles } from './account.ts';
import { type AskPair, decideListed, openDecisions } from './decide.ts';
import type { GivenProvider } from './providers.ts';
import type { Reason, ReasonBook } from './reasons.ts';

/** `refused`: the assertion lists the role, and AWS would not give it. `not-listed`: the assertion does not name it. */
export type Outcome = 'can-assume' | 'refused' | 'not-listed';

/** A person, and what the identity provider sends for them. */
export interface Subject {
  readonly name: string;
  /** Where it was read. */
  readonly from: string;
  /** Milliseconds since 1970: when the login is judged. */
  readonly now: number;
  /** Base64 characters of the response; of a planned one it is not known. */
  readonly length?: number;
  /** Base64 of a saved response. A secret: it goes to STS when that is asked for, and nowhere else. */
  readonly response?: string;
  /** What the response says to a provider; without one, what it says at all. */
  readonly factsFor: (provider: GivenProvider | undefined) => AssertionFacts;
}

/** One pair of user and role. */
export interface Cell {
  readonly user: string;
  /** ARN; a Role value that names no role stands as it was sent. */
  readonly role: string;
  readonly provider?: string | undefined;
  readonly outcome: Outcome;
  /** The first reason why not, of a refused one. */
  readonly reason?: Reason;
  readonly assumptions: readonly AssumptionId[];
}

/** A pair that nothing can be said of. */
export interface Unpredicted {
  readonly user: string;
  /** Absent when it is true of every role. */
  readonly role?: string;
  readonly why: string;
}

export interface World {
  readonly given: GivenRoles;
  /** Those of `given` that are columns of the table. */
  readonly roles: readonly RoleFacts[];
  readonly providers: readonly GivenProvider[];
  readonly durationSeconds: number | undefined;
}

/** A subject with the Role values of its assertion, each once. */
export interface Listing {
  readonly subject: Subject;
  readonly values: readonly RoleValueReading[];
}

export interface Table {
  readonly cells: readonly Cell[];
  readonly unpredicted: readonly Unpredicted[];
}

const none: readonly AssumptionId[] = [];

/** Reads Role values, most of which many users share, once each. */
export function rememberRoleValues(): (value: string) => RoleValueReading {
  const known = new Map<string, RoleValueReading>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const reading = readRoleValue(value);
    known.set(value, reading);
    return reading;
  };
}

/** Role values of an assertion, each once, in order. */
export function roleValuesOf(attributes: AssertionFacts['attributes'], partition: string): readonly string[] {
  const values = attributes
    .filter(({ name }) => afterAttributePrefix(name, partition) === awsAttributes.role)
    .flatMap((attribute) => attribute.values);
  return [...new Set(values)];
}

/** Everything about these users: the roles of the table, then what their assertions list beside them. */
export function predictTable(listings: readonly Listing[], world: World, book: ReasonBook): Table {
  const cells: Cell[] = [];
  const unpredicted: Unpredicted[] = [];
  const columns = new Set(world.roles.map(({ arn }) => arn));
  const open = openDecisions(world);
  for (const listing of listings) {
    const ask = open(listing);
    addTableCells(cells, listing, decideListed(listing, columns, ask), columns, book);
    addRest(cells, unpredicted, listing, { columns, given: world.given, ask }, book);
  }
  return { cells, unpredicted };
}

function addTableCells(
  cells: Cell[],
  { subject, values }: Listing,
  rows: ReadonlyMap<string, PredictionRow>,
  columns: ReadonlySet<string>,
  book: ReasonBook,
): void {
  const user = subject.name;
  const faulty = values.filter((value) => 'fault' in value);
  for (const arn of columns) {
    const row = rows.get(arn);
    const wrong = row === undefined ? faulty.find(({ value }) => namesRole(value, arn)) : undefined;
    if (row !== undefined) cells.push(cellOf(row, book));
    else if (wrong !== undefined) cells.push(faultyCell(user, arn, wrong, book));
    else cells.push({ user, role: arn, outcome: 'not-listed', assumptions: none });
  }
}

/** What the assertion lists and the accounts do not have. */
function addRest(
  cells: Cell[],
  unpredicted: Unpredicted[],
  { subject, values }: Listing,
  { columns, given, ask }: Rest,
  book: ReasonBook,
): void {
  const told = new Set<string>();
  for (const reading of values) {
    if ('pair' in reading) {
      const { role, provider } = reading.pair;
      if (columns.has(role.arn) || told.has(role.arn)) continue;
      told.add(role.arn);
      const why = whyUnknown(role.account, given);
      if (why === undefined) cells.push(cellOf(ask(role.arn, provider.arn), book));
      else unpredicted.push({ user: subject.name, role: role.arn, why });
    } else if (![...columns].some((arn) => namesRole(reading.value, arn)))
      cells.push(faultyCell(subject.name, reading.value, reading, book));
  }
}

interface Rest {
  readonly columns: ReadonlySet<string>;
  readonly given: GivenRoles;
  readonly ask: AskPair;
}

function cellOf(row: PredictionRow, book: ReasonBook): Cell {
  const { user, role, provider, rule, code = '', reason = '' } = row;
  const { assumptions } = row;
  if (rule === undefined) return { user, role, provider, outcome: 'can-assume', assumptions };
  return { user, role, provider, outcome: 'refused', reason: book.note(rule, code, reason), assumptions };
}

function faultyCell(user: string, role: string, reading: RoleValueReading, book: ReasonBook): Cell {
  const why = 'says' in reading ? reading.says : '';
  const says = `The Role value “${reading.value}” cannot be used: ${why}`;
  const reason = book.note('role/pair', 'InvalidIdentityToken', says);
  return { user, role, outcome: 'refused', reason, assumptions: none };
}

/** `…:role/Admin` is not named by `…:role/Administrator`. */
function namesRole(value: string, arn: string): boolean {
  const at = value.indexOf(arn);
  return at >= 0 && !/^[\w+=.@/-]/.test(value.slice(at + arn.length));
}

/** Why nothing can be said of a role that is in no file; `undefined` when it is known not to be there. */
export function whyUnknown(account: string, { accounts, truncated }: GivenRoles): string | undefined {
  if (!accounts.includes(account)) return `No file tells the roles of account ${account}.`;
  return truncated ? 'AWS cut the list of roles, and this one is not in it.' : undefined;
}
