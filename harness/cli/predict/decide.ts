import type { AccountFacts, RoleFacts } from '../aws/account-facts.ts';
import type { AssertionFacts } from '../aws/assertion-facts.ts';
import { decideAssumeRoleWithSaml } from '../aws/decide.ts';
import { requestLimits, within } from '../aws/limits.ts';
import { type PredictionRow, predict } from '../aws/predict.ts';
import { readRoleValue } from '../aws/role-attribute.ts';
import { afterAttributePrefix, awsAttributes } from '../aws/saml-attributes.ts';
import type { Listing, Subject, World } from './predict-table.ts';

type Rows = Map<string, PredictionRow>;

/**
 * The roles that each assertion pairs with a provider, judged as a response to that provider. A role that is listed
 * with two providers can be assumed if it can by either.
 */
export function predictPaired(
  listings: readonly Listing[],
  world: World,
): ReadonlyMap<Subject, ReadonlyMap<string, PredictionRow>> {
  const rows = new Map<Subject, Rows>(listings.map(({ subject }) => [subject, new Map()]));
  for (const [provider, members] of byProvider(listings)) {
    for (const group of Map.groupBy(members, ({ subject }) => subject.now).values())
      for (const [subject, row] of predictGroup(provider, group, world)) {
        const own = rows.get(subject);
        const before = own?.get(row.role);
        // Of two refusals the first that was listed is told.
        if (before === undefined || (row.outcome === 'can-assume' && before.outcome !== 'can-assume'))
          own?.set(row.role, row);
      }
  }
  return rows;
}

/** One call, decided outright. */
export function decideOne(
  subject: Subject,
  roleArn: string,
  principalArn: string,
  world: World,
): PredictionRow {
  const provider = world.providers.find(({ facts }) => facts.arn === principalArn);
  const samlAssertionLength = subject.length ?? requestLimits.samlAssertionLength.min;
  const decision = decideAssumeRoleWithSaml({
    request: { roleArn, principalArn, durationSeconds: world.durationSeconds, samlAssertionLength },
    response: { readable: true, facts: subject.factsFor(provider) },
    account: accountOf(world.roles, world),
    now: subject.now,
  });
  const row = { user: subject.name, role: roleArn, provider: principalArn, assumption: false };
  if (decision.granted) return { ...row, outcome: 'can-assume', assumptions: decision.assumptions };
  const { rule, says, trust } = decision.reason;
  const { code } = decision.error;
  return {
    ...row,
    outcome: 'cannot-assume',
    rule,
    code,
    reason: says,
    assumptions: trust?.assumptions ?? [],
  };
}

function byProvider(listings: readonly Listing[]): ReadonlyMap<string, readonly Listing[]> {
  const found = new Map<string, Set<Listing>>();
  for (const listing of listings) {
    let last: string | undefined;
    for (const value of listing.values) {
      // Nearly always the same one: an identity provider is one SAML provider of an account.
      if (!('pair' in value) || value.pair.provider.arn === last) continue;
      last = value.pair.provider.arn;
      const members = found.get(last);
      if (members === undefined) found.set(last, new Set([listing]));
      else members.add(listing);
    }
  }
  return new Map([...found].map(([arn, members]) => [arn, [...members]]));
}

function* predictGroup(
  arn: string,
  members: readonly Listing[],
  world: World,
): Iterable<readonly [Subject, PredictionRow]> {
  const listed = new Set<string>();
  for (const { values } of members)
    for (const one of values)
      if ('pair' in one && one.pair.provider.arn === arn) listed.add(one.pair.role.arn);
  const roles = world.roles.filter((role) => listed.has(role.arn));
  const provider = world.providers.find(({ facts }) => facts.arn === arn);
  const isSent = ({ subject }: Listing) =>
    subject.length === undefined || within(subject.length, requestLimits.samlAssertionLength);
  const sent = members.filter(isSent);
  const rows = predict({
    account: accountOf(roles, world),
    users: sent.map((listing) => ({
      user: listing.subject.name,
      assertion: onlyPairsWith(listing.subject.factsFor(provider), arn, listing, world),
    })),
    now: members[0]?.subject.now ?? 0,
    ...(world.durationSeconds === undefined ? {} : { durationSeconds: world.durationSeconds }),
  });
  for (const [index, row] of rows.entries()) {
    const subject = sent[Math.floor(index / roles.length)]?.subject;
    if (subject !== undefined && row.provider === arn) yield [subject, row];
  }
  // The prediction takes every response to be short enough to be sent.
  for (const { subject, values } of members.filter((one) => !isSent(one)))
    for (const one of values)
      if ('pair' in one && one.pair.provider.arn === arn && listed.has(one.pair.role.arn))
        yield [subject, decideOne(subject, one.pair.role.arn, arn, world)];
}

/** The prediction goes by the first pair of a role, so the pairs with other providers are left out here. */
function onlyPairsWith(
  facts: AssertionFacts,
  arn: string,
  { values }: Listing,
  { given }: World,
): AssertionFacts {
  if (values.every((one) => !('pair' in one) || one.pair.provider.arn === arn)) return facts;
  const attributes = facts.attributes.map((attribute) => {
    if (afterAttributePrefix(attribute.name, given.partition.id) !== awsAttributes.role) return attribute;
    const kept = attribute.values.filter((value) => {
      const reading = readRoleValue(value);
      return 'fault' in reading || reading.pair.provider.arn === arn;
    });
    return { ...attribute, values: kept };
  });
  return { ...facts, attributes };
}

function accountOf(roles: readonly RoleFacts[], { providers }: World): AccountFacts {
  return { roles, providers: providers.map(({ facts }) => facts) };
}
