import { collectReport, countCases, writeReports } from './write-reports.ts';

/** How often it is looked whether another case has ended. */
const periodMs = 5_000;
/** A report of many cases takes a while to write: then it rests this many times as long, for the cases' sake. */
const restFactor = 25;

/**
 * Keeps a report of what is known so far in the folder, from the start on: whatever ends the run, there is one.
 * Disposed of before the last report is written.
 */
export async function keepPartialReport(folder: string, startedAt: Date): Promise<AsyncDisposable> {
  let told = -1;
  let restUntil = 0;
  const write = async () => {
    const count = await countCases(folder);
    const begunAt = Date.now();
    if (count === told || begunAt < restUntil) return;
    const course = { startedAt, finishedAt: new Date(), interrupted: 'The run has not finished.' };
    await writeReports(await collectReport(folder, course), folder);
    told = count;
    restUntil = Date.now() + restFactor * (Date.now() - begunAt);
  };
  await write();
  let writing = Promise.resolve();
  const timer = setInterval(() => {
    // What fails here fails again, and is told, when the last report is written.
    writing = writing.then(write).catch(() => undefined);
  }, periodMs).unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await writing;
    },
  };
}
