import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Double } from '../../harness/model/double.ts';
import { mount } from './mount.ts';

/**
 * Runs one double as a process: reads the options, mounts, prints one JSON line, ends on SIGTERM or SIGINT.
 * Options or a configuration that do not fit end it with status 2 and a sentence on stderr.
 * @param create makes the double from the parsed `--config`, which is `{}` when none was given
 */
export async function runAlone(
  create: (config: unknown) => Double | Promise<Double>,
  argv: readonly string[] = process.argv.slice(2),
): Promise<void> {
  try {
    const options = readOptions(argv);
    const double = await create(options.config);
    await using mounted = await mount(double, options);
    const { url, controlUrl } = mounted;
    process.stdout.write(`${JSON.stringify({ ready: true, name: double.name, url, controlUrl })}\n`);
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', () => resolve());
      process.once('SIGINT', () => resolve());
    });
  } catch (error) {
    process.stderr.write(`The double did not start. ${explain(error)}\n`);
    process.exitCode = 2;
  }
}

function readOptions(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '0' },
      'control-port': { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      config: { type: 'string', default: '{}' },
    },
  });
  return {
    port: readPort('--port', values.port),
    controlPort: readPort('--control-port', values['control-port']),
    host: values.host,
    config: readConfig(values.config),
  };
}

function readPort(option: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${option} is "${text}", but a port is a whole number from 0 to 65535.`);
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return `Its --config does not fit:\n${z.prettifyError(error)}`;
  if (!(error instanceof Error)) return String(error);
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number }; // plain errors have none of these
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${address} is in use.\nNext: End what listens there, or leave the port out: the system then chooses a free one.`;
  if (code === 'EACCES' && port !== undefined)
    return `This user may not listen on port ${port}.\nNext: Take a port from 1024, or leave it out: the system then chooses a free one.`;
  return error.message;
}

function readConfig(value: string): unknown {
  return JSON.parse(value.trimStart().startsWith('{') ? value : readFileSync(value, 'utf8'));
}
