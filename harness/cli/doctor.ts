import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { configFileName, loadConfig } from '../config/load-config.ts';
import type { Config } from '../config/schema.ts';
import { CountersignError } from '../model/error.ts';
import { askBrowser } from '../stack/ask-browser.ts';
import { browserSearchHere, findBrowser } from '../stack/find-browser.ts';
import { version } from './version.ts';

interface Diagnosis {
  readonly name: string;
  readonly found: string;
  /** What to do; absent when all is well. */
  readonly next?: string;
  /** Without it nothing runs. */
  readonly vital: boolean;
}

/** Shows what this machine has, and what to do about what it lacks. 3 when something vital is missing. */
export async function doctor(root: string, file?: string): Promise<number> {
  const { diagnosis, config } = await configuration(root, file);
  const diagnoses = [...machine(), await browser(config?.browser.path), await engine(), diagnosis];
  for (const { name, found, next, vital } of diagnoses) {
    const mark = next === undefined ? 'ok  ' : vital ? 'FAIL' : 'note';
    process.stdout.write(`${mark}  ${name.padEnd(14)} ${found}\n`);
    if (next !== undefined) process.stdout.write(`      ${' '.repeat(14)} Next: ${next}\n`);
  }
  return diagnoses.some(({ next, vital }) => vital && next !== undefined) ? 3 : 0;
}

function machine(): readonly Diagnosis[] {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    { name: 'countersign', found: version, vital: true },
    { name: 'Node', found: `${process.versions.node} (${process.execPath})`, vital: true },
    {
      name: 'Machine',
      found: `${process.platform} ${process.arch}, ${cpus().length} cores, ${memory}`,
      vital: true,
    },
  ];
}

async function browser(named: string | undefined): Promise<Diagnosis> {
  try {
    const found = await findBrowser(browserSearchHere(named));
    const version = await askBrowser(found);
    const sandbox = found.args.includes('--no-sandbox')
      ? ', without its sandbox because this user is root'
      : '';
    return {
      name: 'Browser',
      found: `${version === undefined ? '' : `${version}, `}${found.executablePath} (${found.source}${sandbox})`,
      vital: true,
    };
  } catch (error) {
    return failed('Browser', error, true);
  }
}

async function engine(): Promise<Diagnosis> {
  const run = promisify(execFile);
  return run('docker', ['info', '--format', '{{.ServerVersion}}'], { timeout: 10_000 }).then(
    ({ stdout }) => ({ name: 'Docker', found: `engine ${stdout.trim()}`, vital: false }),
    () => ({
      name: 'Docker',
      found: 'no engine answers; only --containers needs one',
      next: 'Start Docker, or leave --containers out.',
      vital: false,
    }),
  );
}

async function configuration(
  root: string,
  file: string | undefined,
): Promise<{ readonly diagnosis: Diagnosis; readonly config?: Config }> {
  try {
    const config = await loadConfig(root, file);
    const integrations = Object.keys(config.integrations).join(', ');
    const found = `${integrations} (${file ?? join(root, configFileName)})`;
    return { diagnosis: { name: 'Configuration', found, vital: true }, config };
  } catch (error) {
    return { diagnosis: failed('Configuration', error, true) };
  }
}

function failed(name: string, error: unknown, vital: boolean): Diagnosis {
  const { message, next } =
    error instanceof CountersignError ? error : { message: String(error), next: 'Report this as a fault.' };
  return { name, found: message, next, vital };
}
