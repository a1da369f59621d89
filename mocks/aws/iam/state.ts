import type { RoleFacts } from '../../../harness/aws/account-facts.ts';
import { parseArn, parseProviderArn } from '../../../harness/aws/arn.ts';
import { readPolicy } from '../../../harness/aws/policy/read-policy.ts';
import { ControlError } from '../../core/control.ts';
import type { Ids } from '../../core/ids.ts';
import { QueryError } from '../query/query-error.ts';
import { type Accounts, buildProvider, createAccounts } from './accounts.ts';
import { type AwsIds, createAwsIds } from './aws-ids.ts';
import {
  type AccountsConfig,
  type AccountsSeed,
  accountsBody,
  type CredentialInput,
  credentialBody,
  type DocumentInput,
  type ProviderInput,
  providerBody,
  type RoleInput,
  roleBody,
} from './config.ts';
import { type Credentials, createCredentials } from './credentials.ts';
import { type AwsRecords, type ProviderRecord, readAwsDocuments } from './read-documents.ts';
import type { PrivateKey, SamlProvider } from './types.ts';

/**
 * Some AWS accounts: what IAM keeps, and the keys in use. One state may stand behind the doubles of IAM, STS and
 * sign-in at once. All of it survives a restart.
 */
export interface AwsState {
  readonly accounts: Accounts;
  readonly credentials: Credentials;
  readonly ids: AwsIds;
  readonly putRole: (input: RoleInput) => RoleFacts;
  readonly putProvider: (input: ProviderInput) => SamlProvider;
  readonly putCredential: (input: CredentialInput) => void;
  /** Takes in files that AWS emitted; see `readAwsDocuments`. Gives sentences about what could not be used. */
  readonly load: (documents: readonly DocumentInput[]) => readonly string[];
  /** Back to the configuration. */
  readonly reset: () => void;
}

export interface AwsStateParts {
  readonly now: () => number;
  readonly ids: Ids;
}

export function createAwsState(config: AccountsConfig, { now, ids: random }: AwsStateParts): AwsState {
  const seed = accountsBody.parse(config);
  const ids = createAwsIds(random);
  const accounts = createAccounts();
  const credentials = createCredentials();
  const state: AwsState = {
    accounts,
    credentials,
    ids,
    putRole: (input) => {
      const role = buildRole(input, accounts, ids);
      accounts.roles.set(role.arn, role);
      return role;
    },
    putProvider: (input) => {
      const provider = buildFromInput(input, accounts.providers.get(input.arn), now(), ids);
      accounts.providers.set(provider.arn, provider);
      return provider;
    },
    putCredential: (input) => {
      const { accessKeyId, secretAccessKey, arn, userId } = credentialBody.parse(input);
      const account = parseArn(arn)?.account ?? '';
      credentials.add({
        accessKeyId,
        secretAccessKey,
        arn,
        userId,
        account,
        sessionToken: undefined,
        expiresAt: undefined,
      });
    },
    load: (documents) => {
      const records = readAwsDocuments(documents);
      takeIn(records, accounts, now(), ids);
      return records.notes;
    },
    reset: () => {
      accounts.clear();
      credentials.clear();
      plant(state, seed);
    },
  };
  plant(state, seed);
  return state;
}

function plant(state: AwsState, seed: AccountsSeed): void {
  for (const [account, alias] of Object.entries(seed.aliases)) state.accounts.aliases.set(account, alias);
  state.load(seed.documents);
  for (const provider of seed.providers) state.putProvider(provider);
  for (const role of seed.roles) state.putRole(role);
  for (const credential of seed.credentials) state.putCredential(credential);
}

/** As CreateRole: a policy that IAM calls malformed is refused, with the place of the fault. */
function buildRole(input: RoleInput, accounts: Accounts, ids: AwsIds): RoleFacts {
  const { arn, id, trustPolicy, maxSessionDurationSeconds, tags, stored } = roleBody.parse(input);
  const text = typeof trustPolicy === 'string' ? trustPolicy : JSON.stringify(trustPolicy, null, 2);
  const trust = readPolicy(text, 'trust', { as: stored ? 'stored' : 'new' });
  if ('fault' in trust && !stored) {
    const { code, message, says, place } = trust.fault;
    const where = `${place.pointer || '/'}, line ${place.line}, column ${place.column}`;
    throw new ControlError(400, `${code}: ${message} ${says} (${where})`);
  }
  const roleId = id ?? accounts.roles.get(arn)?.roleId ?? ids.unique('AROA', 21);
  return { arn, name: arn.slice(arn.lastIndexOf('/') + 1), roleId, trust, maxSessionDurationSeconds, tags };
}

function providerArnOf(text: string) {
  const arn = parseProviderArn(text);
  if (arn === undefined) throw new ControlError(400, `"${text}" is no ARN of an IAM SAML provider.`);
  return arn;
}

function buildFromInput(
  input: ProviderInput,
  before: SamlProvider | undefined,
  now: number,
  ids: AwsIds,
): SamlProvider {
  const { arn, metadata, uuid, validUntil, tags, encryptionMode, privateKeys } = providerBody.parse(input);
  const keys = privateKeys.map((pem): PrivateKey => ({ id: ids.unique('K', 26), addedAt: now, pem }));
  return explained(arn, () =>
    buildProvider({
      arn: providerArnOf(arn),
      metadata,
      now,
      ids,
      uuid: uuid ?? before?.uuid,
      createdAt: before?.createdAt,
      validUntil: validUntil === undefined ? undefined : Date.parse(validUntil),
      tags,
      encryptionMode,
      privateKeys: keys,
    }),
  );
}

/** All or nothing: a file with a provider that cannot be built changes nothing. */
function takeIn({ roles, providers }: AwsRecords, accounts: Accounts, now: number, ids: AwsIds): void {
  const built = providers.map((record) =>
    explained(record.arn, () => buildFromRecord(record, accounts, now, ids)),
  );
  for (const role of roles) accounts.roles.set(role.arn, role);
  for (const provider of built) accounts.providers.set(provider.arn, provider);
}

/** Private keys never leave AWS: those that were put here before are kept under the ids that AWS tells. */
function buildFromRecord(record: ProviderRecord, accounts: Accounts, now: number, ids: AwsIds): SamlProvider {
  const before = accounts.providers.get(record.arn);
  const pemOf = (id: string) => before?.privateKeys.find((key) => key.id === id)?.pem;
  const { keyIds } = record;
  return buildProvider({
    arn: providerArnOf(record.arn),
    metadata: record.metadata ?? before?.metadata,
    now,
    ids,
    uuid: record.uuid ?? before?.uuid,
    createdAt: record.createdAt ?? before?.createdAt,
    validUntil: record.validUntil ?? before?.validUntil,
    tags: record.tags ?? before?.tags ?? [],
    encryptionMode: record.encryptionMode ?? before?.encryptionMode,
    privateKeys: keyIds?.map((key) => ({ ...key, pem: pemOf(key.id) })) ?? before?.privateKeys ?? [],
  });
}

function explained<T>(arn: string, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new ControlError(400, `${arn}: ${error.code}: ${error.message}. ${error.reason ?? ''}`.trimEnd());
  }
}
