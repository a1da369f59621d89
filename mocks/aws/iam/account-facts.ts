import type { AccountFacts } from '../../../harness/aws/account-facts.ts';
import type { TrustedIdp } from '../../core/saml/idp-entity.ts';
import type { Accounts } from './accounts.ts';
import type { SamlProvider } from './types.ts';

/**
 * The identity provider that a response is held against. IAM takes metadata with several; then it is the one whose
 * entityID the response names, which AWS does not document.
 */
export function idpFor(provider: SamlProvider, issuer: string | undefined): TrustedIdp | undefined {
  return provider.idps.find(({ entityId }) => entityId === issuer) ?? provider.idps[0];
}

/** The one provider and the one role that a call names, as the decision wants them; absent when IAM has no such. */
export function accountFactsOf(
  accounts: Accounts,
  named: { readonly roleArn: string; readonly principalArn: string; readonly issuer: string | undefined },
): AccountFacts {
  const provider = accounts.providers.get(named.principalArn);
  const role = accounts.roles.get(named.roleArn);
  return {
    providers: provider === undefined ? [] : [providerFactsOf(provider, named.issuer)],
    roles: role === undefined ? [] : [role],
  };
}

function providerFactsOf(
  provider: SamlProvider,
  issuer: string | undefined,
): AccountFacts['providers'][number] {
  const idp = idpFor(provider, issuer);
  return {
    arn: provider.arn,
    entityId: idp?.entityId,
    certificateCount: idp?.certificates.length ?? 0,
    uuid: provider.uuid,
    ...(provider.encryptionMode === undefined ? {} : { encryptionMode: provider.encryptionMode }),
  };
}
