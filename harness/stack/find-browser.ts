import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { CountersignError } from '../model/error.ts';
import { unpackShippedChromium } from './shipped-chromium.ts';

/** A Chromium that Playwright can drive, and how it must be started. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Where it was found, as a phrase for `doctor`. */
  readonly source: 'named by the user' | "Playwright's own" | 'installed on this system' | 'shipped with npm';
  /** Variables that it needs beside the process's own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Only `--no-sandbox`, and only for root, who cannot use Chromium's sandbox. */
  readonly args: readonly string[];
}

export interface BrowserSearch {
  /** Path given by the user (`--browser-path` or COUNTERSIGN_BROWSER). */
  readonly named?: string | undefined;
  readonly path: string;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
}

const systemNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const systemPaths: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** What this process knows about where to search. */
export function browserSearchHere(named?: string): BrowserSearch {
  return {
    named: named ?? process.env.COUNTERSIGN_BROWSER,
    path: process.env.PATH ?? '',
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
  };
}

/**
 * Finds a browser: the one named, Playwright's own, the system's, the one shipped in an npm package.
 * @throws CountersignError `browser-missing` that says what to install.
 */
export async function findBrowser(search: BrowserSearch): Promise<FoundBrowser> {
  const args = search.isRoot ? ['--no-sandbox'] : [];
  if (search.named !== undefined && search.named !== '') {
    if (!(await isExecutable(search.named)))
      throw new CountersignError(
        'browser-missing',
        `The browser "${search.named}" does not exist or cannot be run.`,
        'Give the full path of a Chrome, Chromium or Edge, or leave it out to have one found.',
      );
    return { executablePath: search.named, source: 'named by the user', env: {}, args };
  }
  const own = chromium.executablePath();
  if (await isExecutable(own)) return { executablePath: own, source: "Playwright's own", env: {}, args };
  const system = await findOnSystem(search);
  if (system !== undefined)
    return { executablePath: system, source: 'installed on this system', env: {}, args };
  const shipped = search.platform === 'linux' ? await unpackShippedChromium() : undefined;
  if (shipped !== undefined)
    return { executablePath: shipped.executablePath, source: 'shipped with npm', env: shipped.env, args };
  throw new CountersignError(
    'browser-missing',
    'No browser was found: none named, none of Playwright’s, no Chrome, Chromium or Edge on this system.',
    'Install one, for example with "npx playwright install chromium" or "apt-get install chromium", or name one with COUNTERSIGN_BROWSER.',
  );
}

async function findOnSystem(search: BrowserSearch): Promise<string | undefined> {
  const candidates = [
    ...(systemPaths[search.platform] ?? []),
    ...search.path
      .split(delimiter)
      .filter((folder) => folder !== '')
      .flatMap((folder) => systemNames.map((name) => join(folder, name))),
  ];
  for (const candidate of candidates)
    if ((await isExecutable(candidate)) && !(await isSnapStub(candidate))) return candidate;
  return undefined;
}

/** Ubuntu's `chromium-browser` package is a script that only tells people to install a snap. */
async function isSnapStub(path: string): Promise<boolean> {
  const start = await readFile(path).then((bytes) => bytes.subarray(0, 4096).toString('latin1'));
  return start.startsWith('#!') && start.includes('snap');
}

async function isExecutable(path: string): Promise<boolean> {
  if (path === '') return false;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
