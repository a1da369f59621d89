import type { RoleFacts } from '../../../harness/aws/account-facts.ts';
import type { ControlClient } from '../../../harness/model/double.ts';
import type { CredentialInput, DocumentInput, ProviderInput, RoleInput } from './config.ts';
import type { ProviderView } from './control.ts';

export interface AccountsView {
  readonly aliases: Readonly<Record<string, string>>;
  readonly providers: readonly ProviderView[];
  /** ARNs. */
  readonly roles: readonly string[];
}

/** Typed calls that arrange accounts; the same for the doubles of IAM, STS and sign-in. */
export function createAccountsClient({ get, send }: ControlClient) {
  const named = (path: string, arn: string) => `${path}?arn=${encodeURIComponent(arn)}`;
  return {
    accounts: () => get<AccountsView>('/accounts'),
    /** Takes in files that AWS emitted, and metadata. */
    load: (documents: readonly DocumentInput[]) =>
      send<AccountsView & { readonly notes: readonly string[] }>('POST', '/documents', { documents }),
    setAlias: (account: string, alias: string | null) => send('PUT', `/accounts/${account}`, { alias }),
    putProvider: (provider: ProviderInput) => send<ProviderView>('PUT', '/providers', provider),
    deleteProvider: (arn: string) => send('DELETE', named('/providers', arn)),
    putRole: (role: RoleInput) => send<RoleFacts>('PUT', '/roles', role),
    deleteRole: (arn: string) => send('DELETE', named('/roles', arn)),
    putCredential: (credential: CredentialInput) => send('PUT', '/credentials', credential),
    setClock: (offsetMs: number) => send('PUT', '/clock', { offsetMs }),
    reset: () => send('POST', '/reset'),
    restart: () => send('POST', '/restart'),
  };
}
export type AccountsClient = ReturnType<typeof createAccountsClient>;

/** The control API of the IAM double is that of its accounts. */
export const createIamClient = createAccountsClient;
