import type { ResponseFacts } from '../../../harness/aws/assertion-facts.ts';
import {
  backup,
  kosmos,
  type TableCase,
  tableInput,
  tableNow,
  tableProviders,
  tableRoles,
} from '../../../harness/aws/decide-table/table.test-data.ts';
import type { SigningKey } from '../../core/keys.ts';
import type { AccountsClient } from '../iam/client.ts';
import { encrypt } from './encrypt.ts';
import { createTestKey, encode, metadataFor, signXml } from './test-world.ts';
import { writeResponse } from './write-response.ts';

/** Keys that stand behind the table's facts. */
export interface TableKeys {
  readonly kosmos: SigningKey;
  readonly backup: SigningKey;
  /** Nobody's: signs what must not verify, and opens nothing. */
  readonly stranger: SigningKey;
  /** Opens what is encrypted for the provider. */
  readonly opener: SigningKey;
}

export async function createTableKeys(): Promise<TableKeys> {
  const [one, two, stranger, opener] = await Promise.all(
    ['kosmos', 'backup', 'stranger', 'opener'].map((name) => createTestKey(name, tableNow)),
  );
  if (one === undefined || two === undefined || stranger === undefined || opener === undefined)
    throw new Error('Four names give four keys.');
  return { kosmos: one, backup: two, stranger, opener };
}

/** Puts the accounts of a case behind a double, by its control API and by files as AWS emits them. */
export async function arrange(client: AccountsClient, { given }: TableCase, keys: TableKeys): Promise<void> {
  await client.reset();
  const content = JSON.parse(JSON.stringify(tableRoles(given)));
  await client.load([{ content }]);
  for (const base of tableProviders) {
    const facts = base.arn === kosmos ? { ...base, ...given.provider } : base;
    if (facts.entityId === undefined) {
      await client.load([{ content: { SAMLProviderList: [{ Arn: facts.arn }] } }]);
      continue;
    }
    // Two certificates, of which the second signs: each must be tried.
    const own = base.arn === backup ? [keys.opener, keys.backup] : [keys.kosmos];
    const certificates = own.map((key) => key.certificateDer);
    await client.putProvider({
      arn: facts.arn,
      metadata: metadataFor(facts.entityId, certificates),
      ...(facts.uuid === undefined ? {} : { uuid: facts.uuid }),
      ...(facts.encryptionMode === undefined
        ? {}
        : { encryptionMode: facts.encryptionMode, privateKeys: [keys.opener.privateKeyPem] }),
    });
  }
}

/** SAMLAssertion of a case; undefined when it is not sent. */
export async function assertionOf({ given }: TableCase, keys: TableKeys): Promise<string | undefined> {
  const { response, request } = tableInput(given);
  const length = request.samlAssertionLength;
  if (length === undefined) return undefined;
  if (length < 4) return 'a'.repeat(length);
  const encoded = await encodeResponse(response, request.principalArn, keys);
  return length < 10_000 ? encoded : padTo(encoded, length);
}

async function encodeResponse(
  response: ResponseFacts,
  principalArn: string | undefined,
  keys: TableKeys,
): Promise<string> {
  if (!response.readable) return response.problem === 'not-base64' ? '<Response/>' : encode('hello, world');
  const { facts } = response;
  const plain = writeResponse(facts, { responseId: '_r1', assertionId: '_a1' });
  const own = principalArn === backup ? keys.backup : keys.kosmos;
  const wrong = principalArn === backup ? keys.kosmos : keys.stranger;
  const key = facts.signatureVerifiedByProvider ? own : wrong;
  const signed = signXml(plain, facts.assertionCount === 1 ? 'Assertion' : 'Response', key);
  if (!facts.encrypted) return encode(signed);
  const reader = facts.decrypted ? keys.opener : keys.stranger;
  return encode(await encrypt(signed, reader.certificateDer));
}

/** White space after the last element is no part of what was signed; base64 may end in a line break. */
function padTo(encoded: string, length: number): string {
  const bytes = Math.floor(length / 4) * 3;
  const xml = Buffer.from(encoded, 'base64').toString('utf8');
  return encode(xml.padEnd(bytes, ' ')).padEnd(length, '\n');
}
