import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../../harness/model/error.ts';
import type { SigningPair } from '../../harness/saml/mutation-context.ts';
import { writeIdpMetadata } from './idp-metadata.ts';
import { type IdpKeys, makeIdpKeys } from './keys.ts';
import { harnessIdp } from './people.ts';

const names = ['authority', 'signing', 'encryption'] as const;
const metadataFile = 'metadata.xml';

/** Makes a folder with the keys of a test identity provider, and the metadata to import at the target. */
export async function makeIdpFolder(folder: string, now: number): Promise<string> {
  const keys = await makeIdpKeys(now);
  await mkdir(folder, { recursive: true });
  for (const name of names) {
    const { privateKeyPem, certificateDer } = keys[name];
    // Never over a file that is there: a target may trust it already.
    await keep(join(folder, `${name}.key.pem`), privateKeyPem);
    await keep(join(folder, `${name}.crt.pem`), toPem(certificateDer));
  }
  const metadata = writeIdpMetadata({
    ...harnessIdp,
    signing: [keys.signing.certificateDer],
    encryption: [keys.encryption.certificateDer],
  });
  const path = join(folder, metadataFile);
  await keep(path, `${metadata}\n`);
  return path;
}

async function keep(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new CountersignError(
      'file',
      `"${path}" cannot be written: ${(error as Error).message}.`, // only the file system throws here
      'Name a folder that does not exist yet.',
      { cause: error },
    );
  }
}

/** Reads what `makeIdpFolder` wrote. @throws CountersignError `file` */
export async function readIdpFolder(folder: string): Promise<IdpKeys> {
  const [authority, signing, encryption] = await Promise.all(names.map((name) => readPair(folder, name)));
  if (authority === undefined || signing === undefined || encryption === undefined)
    throw new Error('A name was left out.');
  return { authority, signing, encryption };
}

async function readPair(folder: string, name: string): Promise<SigningPair> {
  const read = (file: string) =>
    readFile(join(folder, file), 'utf8').catch((error: Error) => {
      throw new CountersignError(
        'file',
        `"${join(folder, file)}" cannot be read: ${error.message}.`,
        'Make the folder with "countersign refusals --make-idp FOLDER", and import its metadata.xml at the target.',
        { cause: error },
      );
    });
  const [privateKeyPem, certificate] = await Promise.all([read(`${name}.key.pem`), read(`${name}.crt.pem`)]);
  return { privateKeyPem, certificateDer: certificate.replace(/-----[^-]+-----|\s/g, '') };
}

/** Base64 DER as PEM. */
export function toPem(der: string): string {
  const lines = der.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
