import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { CountersignError } from '../model/error.ts';
import { packagesOf } from './package-closure.ts';

const execute = promisify(execFile);
const docker = (...args: readonly string[]) => execute('docker', [...args], { maxBuffer: 1 << 26 });

/** Source folders that go into the image. */
const sources = ['mocks', join('harness', 'model')];

/**
 * Builds the image of the doubles, once per content, and gives its name.
 * @param root the project's folder
 * @param baseImage image with Node 24 or newer; where it cannot be pulled, one is made here
 * @throws CountersignError `docker-missing` when no engine answers or no base image can be had
 */
export async function prepareImage(
  root: string,
  baseImage: string,
  tell: (text: string) => void,
): Promise<string> {
  await docker('info').catch(() => {
    throw new CountersignError(
      'docker-missing',
      'No Docker engine answers, and --containers needs one.',
      'Start Docker (on Debian: apt-get install docker.io, then dockerd), or leave --containers out.',
    );
  });
  const base = await findBaseImage(root, baseImage, tell);
  const packages = await packagesOf(root, await importedPackages(root));
  const image = `countersign-doubles:${await contentHash(root, base)}`;
  if (await exists(image)) return image;
  tell(`Building the image of the doubles (${image}) …`);
  const context = await mkdtemp(join(tmpdir(), 'countersign-image-'));
  try {
    for (const folder of sources) await cp(join(root, folder), join(context, folder), { recursive: true });
    await cp(join(root, 'package.json'), join(context, 'package.json'));
    for (const folder of packages) {
      const target = join(context, relative(root, folder));
      await mkdir(dirname(target), { recursive: true });
      await cp(folder, target, { recursive: true, filter: (path) => !isNested(folder, path) });
    }
    const file = join(root, 'mocks', 'containers', 'Dockerfile');
    await docker(
      'build',
      '--quiet',
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

async function exists(image: string): Promise<boolean> {
  return docker('image', 'inspect', image).then(
    () => true,
    () => false,
  );
}

async function findBaseImage(root: string, wanted: string, tell: (text: string) => void): Promise<string> {
  if (await exists(wanted)) return wanted;
  tell(`Fetching the base image ${wanted} …`);
  const pulled = await docker('pull', wanted).then(
    () => undefined,
    (error: Error) => error,
  );
  if (pulled === undefined) return wanted;
  const local = `countersign-base:node-${process.versions.node}`;
  if (await exists(local)) return local;
  tell(`${wanted} cannot be fetched; making ${local} from Debian's packages …`);
  const script = join(root, 'mocks', 'containers', 'make-base-image.sh');
  await execute(script, [local, await realpath(process.execPath)]).catch((error: Error) => {
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

async function contentHash(root: string, base: string): Promise<string> {
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
