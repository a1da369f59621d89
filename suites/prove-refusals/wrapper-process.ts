import { type ChildProcess, fork } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SigningKey } from '../../mocks/core/keys.ts';

export interface WrapperOptions {
  /** Name of the file in `wrappers`, without its extension. */
  readonly wrapper: string;
  /** Folder in which the release was installed. */
  readonly modules: string;
  readonly idp: {
    readonly entityId: string;
    readonly ssoUrl: string;
    /** Base64 DER: the one key that the service provider trusts. */
    readonly certificateDer: string;
  };
  /** The service provider's own key. */
  readonly sp: SigningKey;
}

/** A service provider made of one release, in its own process. */
export interface RunningWrapper extends AsyncDisposable {
  readonly origin: string;
  readonly entityId: string;
  readonly acsUrl: string;
  /** Takes LogoutRequests by POST; absent where the library does not. */
  readonly singleLogoutUrl?: string;
  /** Sets how far the process's clock runs ahead, in milliseconds. */
  readonly setClock: (offsetMs: number) => Promise<void>;
  /** Ends the process and starts it anew on the same port: whatever it had in memory is gone. */
  readonly restart: () => Promise<void>;
  /** What it wrote to its console. */
  readonly log: () => string;
}

/** What a wrapper says when it listens. */
interface Ready {
  readonly origin: string;
  readonly entityId: string;
  readonly acsUrl: string;
  readonly singleLogoutUrl?: string;
}

/** @throws Error with the wrapper's own words when it cannot start */
export async function startWrapper(options: WrapperOptions): Promise<RunningWrapper> {
  const written: string[] = [];
  let { child, ready } = await launch(options, written, 0);
  const port = Number(new URL(ready.origin).port);
  return {
    ...ready,
    log: () => written.join(''),
    setClock: async (offsetMs) => {
      const moved = once(child, 'message');
      child.send({ clockOffsetMs: offsetMs });
      await moved;
    },
    restart: async () => {
      await end(child);
      ({ child } = await launch(options, written, port));
    },
    [Symbol.asyncDispose]: () => end(child),
  };
}

async function launch(options: WrapperOptions, written: string[], port: number) {
  const file = join(import.meta.dirname, 'wrappers', `${options.wrapper}.mjs`);
  const child = fork(file, [], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: quietEnvironment() });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  const { modules, sp } = options;
  const certificatePem = new X509Certificate(Buffer.from(options.idp.certificateDer, 'base64')).toString();
  child.send({ port, modules, sp, idp: { ...options.idp, certificatePem } });
  const ready = await answerOf(child, written);
  return { child, ready };
}

async function answerOf(child: ChildProcess, written: readonly string[]): Promise<Ready> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`It ended with code ${code}: ${written.join('').slice(-600)}`);
  });
  // Only wrappers/server.mjs writes to this channel.
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [Ready | { failed: string }];
  if (!('failed' in message)) {
    gone.catch(() => undefined);
    return message;
  }
  await gone.catch(() => undefined);
  throw new Error(message.failed);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** The run's own settings of Node would change how a library behaves. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, NODE_ENV: __, ...rest } = process.env;
  return { ...rest, NODE_NO_WARNINGS: '1' };
}
