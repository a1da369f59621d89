import { createPrivateKey } from 'node:crypto';
import { constraintMessage } from '../../../harness/aws/constraint-error.ts';
import { providerLimits } from '../../../harness/aws/limits.ts';
import { QueryError } from '../query/query-error.ts';
import type { Call } from '../query/service.ts';
import type { AwsIds } from './aws-ids.ts';
import type { EncryptionMode, SamlProvider } from './types.ts';

/** What a call wants changed; undefined leaves a thing as it is. */
export interface EncryptionChange {
  readonly mode: EncryptionMode | undefined;
  readonly addKey: string | undefined;
  readonly removeKey: string | undefined;
}

export function readEncryption({ parameters }: Call): EncryptionChange {
  const mode = parameters.get('AssertionEncryptionMode');
  if (mode !== undefined && mode !== 'Required' && mode !== 'Allowed') {
    const must = 'satisfy enum value set: [Required, Allowed]';
    const message = constraintMessage([{ member: 'assertionEncryptionMode', value: mode, must }]);
    throw new QueryError(400, 'ValidationError', message);
  }
  return { mode, addKey: parameters.get('AddPrivateKey'), removeKey: parameters.get('RemovePrivateKey') };
}

/** Texts: headings of the IAM User Guide, "Troubleshooting SAML 2.0 federation". Codes: assumed to be InvalidInput. */
export function changeEncryption(
  provider: SamlProvider,
  { mode, addKey, removeKey }: EncryptionChange,
  { now, ids }: { readonly now: number; readonly ids: AwsIds },
): SamlProvider {
  if (addKey !== undefined && removeKey !== undefined)
    refuse(
      'Unable to add and remove private keys in the same request. Set a value for only one of the two parameters.',
    );
  let keys = provider.privateKeys;
  if (removeKey !== undefined) {
    if (!keys.some(({ id }) => id === removeKey))
      refuse('Failed to remove private key because the Key ID does not match a private key.');
    keys = keys.filter(({ id }) => id !== removeKey);
  }
  if (addKey !== undefined) {
    if (keys.length >= providerLimits.privateKeys)
      throw new QueryError(
        409,
        'LimitExceeded',
        `Private key limit of ${providerLimits.privateKeys} is reached.`,
      );
    checkPrivateKey(addKey);
    keys = [...keys, { id: ids.unique('K', 26), addedAt: now, pem: addKey }];
  }
  const next = mode ?? provider.encryptionMode;
  if (next === 'Required' && keys.length === 0)
    refuse('Unable to set assertion encryption mode to Required because no private key is provided.');
  return { ...provider, encryptionMode: next, privateKeys: keys };
}

function checkPrivateKey(pem: string): void {
  try {
    createPrivateKey(pem);
  } catch {
    refuse('Invalid private key.');
  }
}

function refuse(message: string): never {
  throw new QueryError(400, 'InvalidInput', message);
}
