import {
  type ConstraintFault,
  constraintMessage,
  memberFaults,
} from '../../../harness/aws/constraint-error.ts';
import { providerLimits } from '../../../harness/aws/limits.ts';
import { QueryError } from '../query/query-error.ts';
import { membersOf } from '../query/read-query.ts';
import type { Call, Operation } from '../query/service.ts';
import { writeInstant } from '../query/write-xml.ts';
import { buildProvider, providerArn, replaceMetadata } from './accounts.ts';
import type { Credential } from './credentials.ts';
import { changeEncryption, readEncryption } from './encryption.ts';
import type { AwsState } from './state.ts';
import type { SamlProvider, Tag } from './types.ts';

const nameConstraints = {
  required: true,
  length: providerLimits.nameLength,
  pattern: { text: '[\\w._-]+', matches: /^[\w._-]+$/ },
};
const metadataConstraints = { length: providerLimits.metadataLength };
/** IAM quotas page. */
const maxProviders = 100;
const maxTags = 50;

export interface IamParts {
  readonly state: AwsState;
  readonly now: () => number;
  /** Called after a change, for the event log. */
  readonly changed: (action: string, arn: string) => void;
}

/**
 * The operations on SAML providers (IAM service model 2010-05-08). Callers need a signature by known keys; what their
 * own policies allow is not judged.
 */
export function createIamOperations({ state, now, changed }: IamParts): Readonly<Record<string, Operation>> {
  const { accounts, ids } = state;
  const callerOf = (call: Call) => state.credentials.authenticate(call, now());
  const find = (call: Call, caller: Credential): SamlProvider => {
    const arn = requiredArn(call);
    const found = accounts.providers.get(arn);
    // The text is as commonly seen of IAM; the model only names the error.
    if (found === undefined || found.account !== caller.account)
      throw new QueryError(404, 'NoSuchEntity', `Manifest not found for arn ${arn}`);
    return found;
  };
  return {
    CreateSAMLProvider: (call) => {
      const caller = callerOf(call);
      const name = call.parameters.get('Name');
      const metadata = call.parameters.get('SAMLMetadataDocument');
      check(
        memberFaults('name', name, nameConstraints),
        memberFaults('sAMLMetadataDocument', metadata, { required: true, ...metadataConstraints }),
      );
      const arn = providerArn(caller.account, name ?? '', caller.arn.split(':')[1] ?? 'aws');
      if (arn === undefined) throw new QueryError(400, 'InvalidInput', 'Invalid provider name');
      if (accounts.providers.has(arn.arn))
        throw new QueryError(409, 'EntityAlreadyExists', `SAMLProvider ${arn.arn} already exists.`);
      if (accounts.providersOf(caller.account).length >= maxProviders)
        throw new QueryError(
          409,
          'LimitExceeded',
          `Cannot exceed quota for SAMLProvidersPerAccount: ${maxProviders}`,
        );
      const tags = readTags(call);
      const plain = buildProvider({ arn, metadata, now: now(), ids, tags });
      const provider = changeEncryption(plain, readEncryption(call), { now: now(), ids });
      accounts.providers.set(arn.arn, provider);
      changed('CreateSAMLProvider', arn.arn);
      return { SAMLProviderArn: arn.arn, ...(tags.length === 0 ? {} : { Tags: showTags(tags) }) };
    },
    UpdateSAMLProvider: (call) => {
      const before = find(call, callerOf(call));
      const metadata = call.parameters.get('SAMLMetadataDocument');
      check(memberFaults('sAMLMetadataDocument', metadata, metadataConstraints));
      const wanted = readEncryption(call);
      if (metadata === undefined && Object.values(wanted).every((value) => value === undefined))
        throw new QueryError(
          400,
          'InvalidInput',
          'Unable to update identity provider. No updates are defined for metadata or encryption assertion.',
        );
      const next = metadata === undefined ? before : replaceMetadata(before, metadata);
      accounts.providers.set(before.arn, changeEncryption(next, wanted, { now: now(), ids }));
      changed('UpdateSAMLProvider', before.arn);
      return { SAMLProviderArn: before.arn };
    },
    GetSAMLProvider: (call) => show(find(call, callerOf(call))),
    ListSAMLProviders: (call) => ({
      SAMLProviderList: accounts
        .providersOf(callerOf(call).account)
        .map(({ arn, validUntil, createdAt }) => ({
          Arn: arn,
          ValidUntil: writeInstant(validUntil),
          CreateDate: writeInstant(createdAt),
        })),
    }),
    DeleteSAMLProvider: (call) => {
      const { arn } = find(call, callerOf(call));
      accounts.providers.delete(arn);
      changed('DeleteSAMLProvider', arn);
      return undefined;
    },
  };
}

function show(provider: SamlProvider) {
  return {
    SAMLProviderUUID: provider.uuid,
    SAMLMetadataDocument: provider.metadata,
    CreateDate: writeInstant(provider.createdAt),
    ValidUntil: writeInstant(provider.validUntil),
    Tags: showTags(provider.tags),
    AssertionEncryptionMode: provider.encryptionMode,
    PrivateKeyList: provider.privateKeys.map(({ id, addedAt }) => ({
      KeyId: id,
      Timestamp: writeInstant(addedAt),
    })),
  };
}

function showTags(tags: readonly Tag[]) {
  return tags.map(({ key, value }) => ({ Key: key, Value: value }));
}

function readTags({ parameters }: Call): readonly Tag[] {
  const tags = membersOf(parameters, 'Tags').map((fields) => ({
    key: fields.get('Key') ?? '',
    value: fields.get('Value') ?? '',
  }));
  if (tags.length > maxTags)
    throw new QueryError(409, 'LimitExceeded', `The number of tags exceeds the limit of ${maxTags}.`);
  return tags;
}

function requiredArn({ parameters }: Call): string {
  const arn = parameters.get('SAMLProviderArn');
  check(memberFaults('sAMLProviderArn', arn, { required: true, length: { min: 20, max: 2048 } }));
  return arn ?? '';
}

function check(...faults: readonly (readonly ConstraintFault[])[]): void {
  const all = faults.flat();
  if (all.length > 0) throw new QueryError(400, 'ValidationError', constraintMessage(all));
}
