import type { AccountRecord, SamlProviderRecord } from '../../model/aws-records.ts';
import { offeredRoles } from './_attributes.ts';
import type { Given } from './_trust.ts';

export interface PlacedProvider {
  readonly provider: SamlProviderRecord;
  /** JSON pointer within the record. */
  readonly path: string;
}

/** The providers that the rollout uses, as far as the account has them; `aws/provider-exists` tells of the others. */
export function providersInUse(account: AccountRecord): PlacedProvider[] {
  return account.providers.flatMap((provider, index) =>
    account.inUse.includes(provider.arn) ? [{ provider, path: `/providers/${index}` }] : [],
  );
}

export function hasProviderInUse({ account }: { readonly account: AccountRecord }): true | string {
  return providersInUse(account).length > 0 || 'No provider that is in use is known.';
}

/** Of those, the ones that the response names. */
export function providersNamed({ response, account }: Given): PlacedProvider[] {
  const named = offeredRoles(response).map(({ pair }) => pair.provider.arn);
  return providersInUse(account).filter(({ provider }) => named.includes(provider.arn));
}
