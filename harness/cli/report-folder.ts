import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../model/error.ts';

const marker = '.countersign-report';

/**
 * Makes the folder of a run's reports empty. Only a folder that is new, empty or an earlier report of ours.
 * @throws CountersignError `usage` when it is somebody else's, or cannot be written to
 */
export async function prepareReportFolder(folder: string): Promise<void> {
  try {
    await empty(folder);
  } catch (error) {
    if (error instanceof CountersignError) throw error;
    throw new CountersignError(
      'usage',
      `The report folder "${folder}" cannot be written to: ${(error as Error).message}.`, // only the file system throws here
      'Name another folder with --report-dir.',
      { cause: error },
    );
  }
}

async function empty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (names.length > 0 && !names.includes(marker))
    throw new CountersignError(
      'usage',
      `The report folder "${folder}" holds files that no run of countersign wrote.`,
      'Name another folder with --report-dir, or empty this one.',
    );
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
  await writeFile(join(folder, marker), 'This folder is emptied by each "countersign run".\n');
}
