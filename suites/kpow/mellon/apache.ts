import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { createSigningKey } from '../../../mocks/core/keys.ts';
import {
  type ApacheFacts,
  modules,
  refusedPage,
  writeApacheConfig,
  writeHomePage,
  writeSpMetadata,
} from './apache-config.ts';

const binary = '/usr/sbin/apache2';

/** Why a real service provider cannot be started here; undefined when it can. */
export function whyNoApache(): string | undefined {
  const missing = [binary, `${modules}/mod_auth_mellon.so`].filter((path) => !existsSync(path));
  return missing.length === 0
    ? undefined
    : `${missing.join(' and ')} are not there: apt-get install apache2 libapache2-mod-auth-mellon.`;
}

/** Writes all that Apache needs into its folder; the identity provider's metadata comes later. */
export async function prepareApache(facts: ApacheFacts): Promise<void> {
  const { folder, origin } = facts;
  const now = Date.now();
  const key = await createSigningKey({
    commonName: new URL(origin).host,
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + 86_400_000),
  });
  for (const name of ['pages/app', 'posts']) await mkdir(join(folder, name), { recursive: true });
  const files: Readonly<Record<string, string>> = {
    'apache.conf': writeApacheConfig(facts),
    'generation.conf': generationConfig(0),
    'sp.key': key.privateKeyPem,
    'sp.crt': key.certificatePem,
    // It must be there from the start; nobody is trusted before the real one comes.
    'idp-metadata.xml':
      '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:nobody"/>\n',
    'sp-metadata.xml': writeSpMetadata(facts, key.certificateDer),
    'pages/app/index.shtml': writeHomePage(facts),
    'pages/refused.html': refusedPage,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  // Started by root, Apache reads pages and writes posts as another user.
  for (const name of ['.', 'pages', 'pages/app', 'posts']) await chmod(join(folder, name), 0o777);
}

/**
 * Ends Apache when it is told to, and when whoever holds the other end of descriptor 3 is gone, however that ended: Apache
 * itself would go on.
 */
const followed = `"$0" -DFOREGROUND -f "$1" & apache=$!
trap 'kill "$apache" 2>/dev/null' TERM INT
{ read -r _ <&3; kill "$apache" 2>/dev/null; } &
wait "$apache"; code=$?
while kill -0 "$apache" 2>/dev/null; do wait "$apache"; code=$?; done
kill $! 2>/dev/null
exit "$code"`;

/** Starts Apache in the foreground of a process of its own, which ends with this one. */
export function startApache({ folder }: Pick<ApacheFacts, 'folder'>): ChildProcess {
  return spawn('sh', ['-c', followed, binary, join(folder, 'apache.conf')], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
}

/**
 * Gives it the identity provider's metadata, and starts it anew where that changed.
 * @param patienceMs how long the restart may take, in milliseconds
 */
export async function giveMetadata(
  { folder, port }: Pick<ApacheFacts, 'folder' | 'port'>,
  metadata: string,
  patienceMs = 30_000,
): Promise<void> {
  const file = join(folder, 'idp-metadata.xml');
  if ((await readFile(file, 'utf8').catch(() => undefined)) === metadata) return;
  await writeFile(file, metadata);
  const generation = Date.now();
  await writeFile(join(folder, 'generation.conf'), generationConfig(generation));
  process.kill(Number(await readFile(join(folder, 'apache.pid'), 'utf8')), 'SIGHUP');
  const end = Date.now() + patienceMs;
  while ((await generationOf(port)) !== String(generation)) {
    if (Date.now() > end)
      throw new Error(`Apache did not start anew: ${await readFile(join(folder, 'error.log'), 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Resolves when it answers. */
export async function untilItAnswers(port: number, patienceMs = 30_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while ((await generationOf(port)) === undefined) {
    if (Date.now() > end) throw new Error(`Apache does not answer on port ${port}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function generationConfig(generation: number): string {
  return `Header always set X-Generation "${generation}"\n`;
}

function generationOf(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/refused.html', agent: false }, (answer) => {
      answer.resume();
      const found = answer.headers['x-generation'];
      resolve(typeof found === 'string' ? found : undefined);
    });
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}
