import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../../harness/model/error.ts';

/** What stands in the folder of one release. */
export interface Installation {
  /** Exact versions by name: the library, and what its documentation tells to install beside it. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Versions for what the library itself depends on; a patched one would hide the flaw. */
  readonly overrides: Readonly<Record<string, string>>;
}

/**
 * Installs by the ordinary client into a folder of its own; no package's scripts are run.
 * @param signal ends the client
 * @throws CountersignError `target-unreachable` with the client's own words
 */
export async function install(
  folder: string,
  { dependencies, overrides }: Installation,
  signal?: AbortSignal,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'refusals-proof', version: '0.0.0', private: true, dependencies, overrides };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const words = await runNpm(folder, signal);
  if (words === undefined) return;
  const names = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
  throw new CountersignError(
    'target-unreachable',
    `npm could not install ${names.join(', ')}: ${words}`,
    'Check that npm can download packages here, and that the version exists (npm view NAME versions).',
  );
}

/** @returns undefined when it worked, else the last lines that it wrote */
function runNpm(folder: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  // Under `npm run` its own program is named, so that the same npm is used again.
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') === true ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, 'install', '--prefix', folder, ...flags], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    const written: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
    child.once('error', (error) => {
      // Interrupted: npm is told to end, and `close` comes when it has.
      if (error.name !== 'AbortError') reject(error);
    });
    child.once('close', (code) =>
      resolve(
        code === 0
          ? undefined
          : signal?.aborted === true
            ? 'it was interrupted'
            : lastLines(written.join('')),
      ),
    );
  });
}

function lastLines(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log/.test(line));
  return lines
    .slice(0, 3)
    .map((line) => line.replace(/^npm (error|ERR!) ?/, ''))
    .join(' ');
}
