import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Unpacks the Chromium that the optional package `@sparticuz/chromium` carries, once per version, beside it in
 * `node_modules/.cache`. Its own defaults are not used: they unpack to shared names in the temporary folder and
 * switch web security off.
 * @returns undefined when the package is not installed.
 */
export async function unpackShippedChromium(): Promise<
  { executablePath: string; env: Readonly<Record<string, string>> } | undefined
> {
  const packageFolder = findPackage();
  if (packageFolder === undefined) return undefined;
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  }; // every npm package has one
  const cache = join(packageFolder, '..', '..', '.cache', 'countersign');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(cache, folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: folder },
  };
}

function findPackage(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
  } catch {
    return undefined;
  }
}

async function unpack(cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const temporary = await mkdtemp(join(cache, 'unpacking-'));
  try {
    // The package unpacks its shared libraries only where it believes to run on Lambda's Node.
    await promisify(execFile)(
      process.execPath,
      ['-e', "import('@sparticuz/chromium').then((it) => it.default.executablePath())"],
      { env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, cwd: cache },
    );
    await writeFile(join(temporary, 'fonts.conf'), fontsConfiguration(folder));
    // A rename is atomic: a second process that unpacks at the same time loses, and uses the first's folder.
    await rename(temporary, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
