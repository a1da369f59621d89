import type { PredictionRow } from '../../aws/predict.ts';
import { openPredictor } from '../../aws/predictor.ts';
import type { Listing, World } from './table.ts';

/** The answer for a pair of role and provider that an assertion lists; both are ARNs. */
export type AskPair = (role: string, provider: string) => PredictionRow;

/** Opens a world for its people: each response is read once for every provider that it is presented to. */
export function openDecisions({ roles, providers, durationSeconds }: World): (listing: Listing) => AskPair {
  const account = { roles, providers: providers.map(({ facts }) => facts) };
  const predictor = openPredictor({ account, ...(durationSeconds === undefined ? {} : { durationSeconds }) });
  const byArn = new Map(providers.map((provider) => [provider.facts.arn, provider]));
  return ({ subject }) => {
    const presented = new Map<string, (role: string) => PredictionRow>();
    return (role, provider) => {
      const known = presented.get(provider);
      if (known !== undefined) return known(role);
      const { name, now, length } = subject;
      const assertion = subject.factsFor(byArn.get(provider));
      const ask = predictor.present({ user: name, assertion, provider, now, length });
      presented.set(provider, ask);
      return ask(role);
    };
  };
}

/**
 * What becomes of each role that an assertion lists with a provider, by the role's ARN. A role that is listed with two
 * providers can be assumed if it can by either; of two refusals the first that was listed is told.
 */
export function decideListed(
  { values }: Listing,
  wanted: ReadonlySet<string>,
  ask: AskPair,
): ReadonlyMap<string, PredictionRow> {
  const rows = new Map<string, PredictionRow>();
  for (const value of values) {
    if (!('pair' in value) || !wanted.has(value.pair.role.arn)) continue;
    const { arn } = value.pair.role;
    const before = rows.get(arn);
    if (before?.outcome === 'can-assume') continue;
    const row = ask(arn, value.pair.provider.arn);
    if (before === undefined || row.outcome === 'can-assume') rows.set(arn, row);
  }
  return rows;
}
