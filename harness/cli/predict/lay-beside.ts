import { readClaims } from '../../aws/claims.ts';
import type { PredictionRow } from '../../aws/predict.ts';
import { CountersignError } from '../../model/error.ts';
import { askSts } from './ask-sts.ts';
import { buildStsReport, compare, type Foretold, type StsReport, sessionArn } from './compare-sts.ts';
import { openDecisions } from './decide.ts';
import type { StsTarget } from './sts-target.ts';
import { type Listing, type World, whyUnknown } from './table.ts';

export interface LayBesideOptions {
  readonly target: StsTarget;
  /** ARNs; all that a response lists when there are none. */
  readonly roles: readonly string[];
  /** Milliseconds since 1970. */
  readonly present: number;
}

/**
 * Presents each response to STS, once for every pair of role and provider that it lists, and lays the answers beside
 * the predictions.
 * @throws CountersignError `usage` when a role is wanted that no response lists
 */
export async function layBeside(
  listings: readonly Listing[],
  world: World,
  { target, roles, present }: LayBesideOptions,
): Promise<StsReport> {
  refuseUnlisted(listings, roles);
  const open = openDecisions(world);
  const known = new Set(world.given.roles.map(({ arn }) => arn));
  const questions = listings.flatMap((listing) => {
    const { subject, values } = listing;
    const ask = open(listing);
    const { response } = subject;
    if (response === undefined) return [];
    return pairsIn(values)
      .filter(({ role }) => roles.length === 0 || roles.includes(role.arn))
      .map(({ role, provider }) => ({
        user: subject.name,
        role: role.arn,
        provider: provider.arn,
        samlAssertion: response,
        foretold: known.has(role.arn)
          ? foretell(listing, world, ask(role.arn, provider.arn))
          : foretellUnknown(listing, world, role.account, ask(role.arn, provider.arn)),
      }));
  });
  const answers = await askSts(
    target,
    questions.map(({ role, provider, samlAssertion }) => ({
      roleArn: role,
      principalArn: provider,
      samlAssertion,
      durationSeconds: world.durationSeconds,
    })),
  );
  return buildStsReport({
    endpoint: target.endpoint,
    host: target.host,
    askedAt: new Date(present).toISOString(),
    comparisons: questions.flatMap(({ user, role, provider, foretold }, index) => {
      const answered = answers[index];
      return answered === undefined
        ? []
        : [{ user, role, provider, foretold, answered, result: compare(foretold, answered) }];
    }),
  });
}

/** A role that no file tells may be there all the same. */
function foretellUnknown(listing: Listing, world: World, account: string, row: PredictionRow): Foretold {
  const why = whyUnknown(account, world.given);
  return why === undefined ? foretell(listing, world, row) : { outcome: 'not-predicted', why };
}

function foretell({ subject }: Listing, { given }: World, row: PredictionRow): Foretold {
  const { rule, code = '', reason = '' } = row;
  if (rule !== undefined) return { outcome: 'refused', rule, code, says: reason };
  const { attributes } = subject.factsFor(undefined);
  const [sessionName = ''] = readClaims(attributes, given.partition.id).roleSessionNames;
  return { outcome: 'can-assume', assumedRoleArn: sessionArn(row.role, sessionName) };
}

function pairsIn(values: Listing['values']) {
  return values.flatMap((value) => ('pair' in value ? [value.pair] : []));
}

function refuseUnlisted(listings: readonly Listing[], roles: readonly string[]): void {
  const listed = new Set(listings.flatMap(({ values }) => pairsIn(values)).map(({ role }) => role.arn));
  const stray = roles.find((role) => !listed.has(role));
  if (stray === undefined) return;
  throw new CountersignError(
    'usage',
    `No response lists the role ${stray}.`,
    listed.size === 0 ? 'Leave --role out.' : `Name one of ${[...listed].slice(0, 5).join(', ')}.`,
  );
}
