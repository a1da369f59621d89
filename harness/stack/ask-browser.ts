import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CountersignError } from '../model/error.ts';
import type { FoundBrowser } from './find-browser.ts';

/**
 * Starts the browser for the time of one answer: a file that is there may still lack libraries, or be no browser.
 * @returns its name and version; undefined on Windows, where the question opens a window
 * @throws CountersignError `browser-missing` when it does not start
 */
export async function askBrowser(browser: FoundBrowser): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  const env = { ...process.env, ...browser.env };
  try {
    const { stdout } = await promisify(execFile)(browser.executablePath, [...browser.args, '--version'], {
      env,
      timeout: 20_000,
    });
    return stdout.trim();
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }; // execFile's own errors
    const said = (stderr ?? '').trim().split('\n')[0] || message.split('\n')[0];
    throw new CountersignError(
      'browser-missing',
      `The browser "${browser.executablePath}" (${browser.source}) does not start: ${said}.`,
      'Install what it says is missing, or name another browser with COUNTERSIGN_BROWSER.',
      { cause: error },
    );
  }
}
