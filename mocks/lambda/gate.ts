import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request as plainRequest, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { createGateCertificate } from './gate-certificate.ts';

/** The way out of functions: TLS under production names on loopback, led on to what stands for them. */
export interface Gate extends AsyncDisposable {
  readonly port: number;
  /** Names that it answers to. */
  readonly hosts: readonly string[];
  /** PEM file of its certificate, which is removed with it. */
  readonly caFile: string;
}

/** What stands for a place: something that listens at this base URL, or a part of this process. */
export type Target = string | ((request: Request) => Promise<Response>);

/** @param routes by production origin */
export async function openGate(routes: Readonly<Record<string, Target>>): Promise<Gate> {
  const targets = new Map(
    Object.entries(routes).map(([origin, target]) => [new URL(origin).hostname, listenerFor(target)]),
  );
  const hosts = [...targets.keys()];
  const { certificate, key } = await createGateCertificate(hosts, Date.now());
  const sockets = new Set<Duplex>();
  const server = createServer({ cert: certificate, key }, (request, response) => {
    const host = hostOf(request);
    const target = targets.get(host);
    if (target === undefined) response.writeHead(421).end(`Nothing stands for "${host}".`);
    else target(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const folder = await mkdtemp(join(tmpdir(), 'countersign-gate-'));
  // Also where nobody closes the gate before the process ends.
  const tidy = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', tidy);
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, certificate);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref(); // functions alone keep no process up
  return {
    port: (server.address() as AddressInfo).port, // a TCP listener's address is never a string
    hosts,
    caFile,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      process.off('exit', tidy);
      tidy();
    },
  };
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

function listenerFor(target: Target): Listener {
  if (typeof target !== 'string') return getRequestListener(target, { overrideGlobalObjects: false });
  const { hostname, port } = new URL(target);
  return (request, response) => {
    const onward = plainRequest(
      {
        hostname,
        port,
        path: request.url,
        method: request.method,
        headers: {
          ...request.headers,
          'x-forwarded-host': hostOf(request),
          'x-forwarded-proto': 'https',
        },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    // A service that is down closes the connection: the function must see just that.
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  };
}
