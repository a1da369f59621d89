import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Double } from '../../harness/model/double.ts';
import { toPublicRequest } from './public-url.ts';

export interface MountOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  readonly controlPort?: number;
  /** Address to listen on; only a container's own network may be anything but loopback. */
  readonly host?: string;
}

export interface MountedDouble extends AsyncDisposable {
  /** Base URL of the public part, without a slash at the end. */
  readonly url: string;
  /** Base URL of the control API, without a slash at the end. */
  readonly controlUrl: string;
}

/** Serves a double on two ports: what the world sees, and the control API. */
export async function mount(double: Double, options: MountOptions = {}): Promise<MountedDouble> {
  const host = options.host ?? '127.0.0.1';
  const open = await listen(
    (request) => double.fetch(toPublicRequest(request, double.hosts)),
    options.port ?? 0,
    host,
  );
  try {
    const control = await listen(double.control, options.controlPort ?? 0, host);
    return {
      url: addressOf(open, host),
      controlUrl: addressOf(control, host),
      [Symbol.asyncDispose]: async () => {
        await Promise.all([close(open), close(control)]);
      },
    };
  } catch (error) {
    await close(open);
    throw error;
  }
}

function listen(
  handle: (request: Request) => Promise<Response>,
  port: number,
  host: string,
): Promise<Server> {
  // The platform's own Request and Response stay in place: a double must not change the process it runs in.
  const server = createServer(getRequestListener(handle, { overrideGlobalObjects: false }));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo; // a TCP listener's address is never a string
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
