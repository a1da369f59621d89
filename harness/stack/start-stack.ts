import { createControlClient } from '../../mocks/core/control-client.ts';
import { mount } from '../../mocks/core/mount.ts';
import type { ControlClient, Double } from '../model/double.ts';
import { type FrontDoor, openFrontDoor } from './front-door.ts';
import { createRunAuthority } from './run-authority.ts';

/** One double to start: how to make it in this process, and how to run it in a container. */
export interface StackPart {
  /** Name in the stack, for example `idp`; also its host name in the container network. */
  readonly name: string;
  /** Production host names that it answers to; with the beginning of a path (`host/platform`), that part of the host. */
  readonly hosts: readonly string[];
  /** Entry point below the project's root, for example `mocks/idp/main.ts`. */
  readonly entry: string;
  /** JSON for the entry point's `--config`, and for `create`. */
  readonly config: (network: StackNetwork) => unknown;
  readonly create: (config: unknown) => Double | Promise<Double>;
}

/**
 * What a double may know of those started before it: production origin → address inside the stack. A part that has only
 * some paths of a host is not in it, since an origin leads to one place.
 */
export type StackNetwork = Readonly<Record<string, string>>;

/** A double that runs, wherever. */
export interface RunningPart extends AsyncDisposable {
  /** Address that this process reaches the public part at. */
  readonly url: string;
  readonly controlUrl: string;
  /** Address that other doubles of the stack reach it at. */
  readonly innerUrl: string;
}

/** Starts one part: in this process, or in a container. */
export type PartStarter = (part: StackPart, config: unknown) => Promise<RunningPart>;

export interface RunningStack extends AsyncDisposable {
  readonly controls: Readonly<Record<string, ControlClient>>;
  /** Base URL of each part's control API. */
  readonly controlUrls: Readonly<Record<string, string>>;
  /** Address that this machine reaches each part's public side at, without TLS and under no name of its own. */
  readonly urls: Readonly<Record<string, string>>;
  readonly frontDoor: FrontDoor;
  /** Chromium's switches that lead production host names, and nothing else, to the front door. */
  readonly browserArgs: readonly string[];
  /** PEM of the authority that signed the front door's certificate. */
  readonly authority: string;
  /** Production host names, each once. */
  readonly hosts: readonly string[];
}

/** Starts a double in this process, on loopback. */
export const startEmbedded: PartStarter = async (part, config) => {
  const mounted = await mount(await part.create(config));
  return {
    url: mounted.url,
    controlUrl: mounted.controlUrl,
    innerUrl: mounted.url,
    [Symbol.asyncDispose]: () => mounted[Symbol.asyncDispose](),
  };
};

/** Starts all parts in order, then the front door over them. What was started is stopped when a later one fails. */
export async function startStack(
  parts: readonly StackPart[],
  start: PartStarter,
  now: number,
): Promise<RunningStack> {
  refuseClashes(parts);
  await using started = new AsyncDisposableStack();
  const routes: Record<string, string> = {};
  const network: Record<string, string> = {};
  const controls: Record<string, ControlClient> = {};
  const controlUrls: Record<string, string> = {};
  const urls: Record<string, string> = {};
  for (const part of parts) {
    const running = started.use(await start(part, part.config(network)));
    for (const host of part.hosts) {
      routes[host] = running.url;
      if (!host.includes('/')) network[`https://${host}`] = running.innerUrl;
    }
    controlUrls[part.name] = running.controlUrl;
    urls[part.name] = running.url;
    controls[part.name] = createControlClient(running.controlUrl);
  }
  const hosts = [...new Set(Object.keys(routes).map(hostOf))];
  const authority = await createRunAuthority(hosts, now);
  const frontDoor = started.use(await openFrontDoor(authority, routes));
  const kept = started.move();
  return {
    controls,
    controlUrls,
    urls,
    frontDoor,
    hosts,
    authority: authority.authority,
    browserArgs: [
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host}:443 127.0.0.1:${frontDoor.port}`).join(', ')}`,
      `--ignore-certificate-errors-spki-list=${authority.spki}`,
    ],
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** Two parts of one name, or of one place, would silently stand in for each other. */
function refuseClashes(parts: readonly StackPart[]): void {
  const owners = new Map<string, string>();
  for (const [index, { name, hosts }] of parts.entries()) {
    if (parts.findIndex((other) => other.name === name) < index)
      throw new Error(`Two parts of the stack are called "${name}".`);
    for (const host of hosts) {
      const owner = owners.get(host);
      if (owner !== undefined)
        throw new Error(
          `"${owner}" and "${name}" both answer to ${host}: name the paths of one, as in ${hostOf(host)}/path.`,
        );
      owners.set(host, name);
    }
  }
}

function hostOf(route: string): string {
  return route.split('/', 1)[0] ?? route;
}
