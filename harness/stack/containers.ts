import { GenericContainer, Network, type StartedNetwork, Wait } from 'testcontainers';
import { networkPrefix, runLabel } from './clear-containers.ts';
import type { PartStarter } from './start-stack.ts';

export interface ContainerStarter extends AsyncDisposable {
  readonly start: PartStarter;
}

const publicPort = 8080;
const controlPort = 8081;

/**
 * Starts doubles in containers, in a network of their own. No port is published on the host where the engine's network
 * can be reached directly (Linux); elsewhere ports are published on loopback only.
 */
export async function openContainers(image: string, runId: string): Promise<ContainerStarter> {
  // The reaper is an image of its own, which may not be reachable; runs clear up after each other instead.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';
  const name = `${networkPrefix}${runId}-${process.pid}`;
  const network = await new Network({ nextUuid: () => name }).start();
  return {
    start: (part, config) => startContainer(image, runId, network, part, config),
    [Symbol.asyncDispose]: async () => {
      await network.stop();
    },
  };
}

async function startContainer(
  image: string,
  runId: string,
  network: StartedNetwork,
  part: Parameters<PartStarter>[0],
  config: unknown,
): ReturnType<PartStarter> {
  const isLinux = process.platform === 'linux';
  const definition = new GenericContainer(image)
    .withCommand([
      part.entry,
      ...['--host', '0.0.0.0', '--port', String(publicPort), '--control-port', String(controlPort)],
      ...['--config', JSON.stringify(config)],
    ])
    .withLabels({ [runLabel]: runId })
    .withNetwork(network)
    .withNetworkAliases(part.name)
    .withWaitStrategy(Wait.forLogMessage(/"ready":true/))
    .withStartupTimeout(60_000);
  const container = await (isLinux
    ? definition
    : definition.withExposedPorts(publicPort, controlPort)
  ).start();
  const address = (port: number) =>
    isLinux
      ? `http://${container.getIpAddress(network.getName())}:${port}`
      : `http://127.0.0.1:${container.getMappedPort(port)}`;
  return {
    url: address(publicPort),
    controlUrl: address(controlPort),
    innerUrl: `http://${part.name}:${publicPort}`,
    [Symbol.asyncDispose]: async () => {
      await container.stop({ timeout: 2_000 });
    },
  };
}
