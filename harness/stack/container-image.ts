import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { CountersignError } from '../model/error.ts';
import { packagesOf } from './package-closure.ts';

const execute = promisify(execFile);
type Docker = (...args: readonly string[]) => Promise<{ readonly stdout: string }>;

export interface ImageOptions {
  /** Says what takes long. */
  readonly tell: (text: string) => void;
  /** Folder for temporary files; it goes with the run, however that ends. */
  readonly folder: string;
  /** Ends the preparation. */
  readonly signal: AbortSignal;
}

const stepUp = join('suites', 'cognito-user-pool', 'step-up');
/** Folders that go into the image: the doubles, what they import, and the functions that the user pool's double has as samples. */
const sources = [
  ...['mocks', join('harness', 'model'), join('harness', 'aws')],
  ...[join(stepUp, 'functions'), join(stepUp, 'weak')],
];

/**
 * Builds the image of the doubles, once per content, and gives its name.
 * @param root the project's folder
 * @param baseImage image with Node 24 or newer; where it cannot be pulled, one is made here
 * @throws CountersignError `docker-missing` when no engine answers or no base image can be had
 */
export async function prepareImage(
  root: string,
  baseImage: string,
  { tell, folder, signal }: ImageOptions,
): Promise<string> {
  const docker: Docker = (...args) =>
    execute('docker', [...args], { maxBuffer: 1 << 26, signal, env: { ...process.env, TMPDIR: folder } });
  await docker('info').catch(() => {
    signal.throwIfAborted();
    throw new CountersignError(
      'docker-missing',
      'No Docker engine answers, and --containers needs one.',
      'Start Docker (on Debian: apt-get install docker.io, then dockerd), or leave --containers out.',
    );
  });
  const base = await findBaseImage(docker, root, baseImage, { tell, folder, signal });
  const packages = await packagesOf(root, await importedPackages(root));
  const image = `countersign-doubles:${await contentHash(docker, root, base)}`;
  if (await exists(docker, image)) return image;
  tell(`Building the image of the doubles (${image}) …`);
  const context = await mkdtemp(join(folder, 'image-'));
  try {
    for (const source of sources) await cp(join(root, source), join(context, source), { recursive: true });
    await cp(join(root, 'package.json'), join(context, 'package.json'));
    for (const one of packages) {
      signal.throwIfAborted();
      const target = join(context, relative(root, one));
      await mkdir(dirname(target), { recursive: true });
      await cp(one, target, { recursive: true, filter: (path) => !isNested(one, path) });
    }
    const file = join(root, 'mocks', 'containers', 'Dockerfile');
    await docker(
      'build',
      '--quiet',
      '--force-rm',
      '--build-arg',
      `BASE_IMAGE=${base}`,
      '--tag',
      image,
      '--file',
      file,
      context,
    );
    return image;
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}

/** A package's own node_modules are packages of their own, listed for themselves. */
function isNested(folder: string, path: string): boolean {
  return relative(folder, path).split(sep)[0] === 'node_modules';
}

async function exists(docker: Docker, image: string): Promise<boolean> {
  return docker('image', 'inspect', image).then(
    () => true,
    () => false,
  );
}

async function findBaseImage(
  docker: Docker,
  root: string,
  wanted: string,
  { tell, folder, signal }: ImageOptions,
): Promise<string> {
  if (await exists(docker, wanted)) return wanted;
  tell(`Fetching the base image ${wanted} …`);
  const pulled = await docker('pull', wanted).then(
    () => undefined,
    (error: Error) => error,
  );
  if (pulled === undefined) return wanted;
  signal.throwIfAborted();
  const local = `countersign-base:node-${process.versions.node}`;
  if (await exists(docker, local)) return local;
  tell(`${wanted} cannot be fetched; making ${local} from Debian's packages …`);
  const script = join(root, 'mocks', 'containers', 'make-base-image.sh');
  const env = { ...process.env, TMPDIR: folder };
  await execute(script, [local, await realpath(process.execPath)], { signal, env }).catch((error: Error) => {
    signal.throwIfAborted();
    throw new CountersignError(
      'docker-missing',
      `The base image "${wanted}" cannot be fetched, and none could be made here: ${error.message.slice(0, 400)}`,
      'Name an image with Node 24 or newer as containers.baseImage in countersign.config.ts, or install mmdebstrap and run as root.',
    );
  });
  return local;
}

/** npm packages that the doubles import. */
async function importedPackages(root: string): Promise<readonly string[]> {
  const texts = await Promise.all((await sourceFiles(root)).map((file) => readFile(file, 'utf8')));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/(?:from|import) '([^'.][^']*)'/g)].map((match) => match[1] ?? ''),
  );
  const packages = names
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(packages)].sort();
}

async function sourceFiles(root: string): Promise<readonly string[]> {
  const lists = await Promise.all(
    sources.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true }))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => join(root, folder, name)),
    ),
  );
  return lists.flat().sort();
}

async function contentHash(docker: Docker, root: string, base: string): Promise<string> {
  const hash = createHash('sha256').update(base);
  const { stdout } = await docker('image', 'inspect', '--format', '{{.Id}}', base);
  hash.update(stdout);
  for (const file of [
    ...(await sourceFiles(root)),
    join(root, 'package-lock.json'),
    join(root, 'mocks', 'containers', 'Dockerfile'),
  ])
    hash.update(relative(root, file)).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}
