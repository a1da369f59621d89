import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ProbeJournal } from '../../harness/flows/scim-probe/traces.ts';

/** What one process has made at a real service, on disk from before it is made until it is removed. */
export interface Journal extends ProbeJournal {
  /** Forgets all: nothing is left. */
  readonly close: () => void;
}

interface Line {
  readonly look?: string;
  readonly made?: string;
  readonly gone?: string;
}

/** Kept below the configuration's folder, so that the next run with it finds what a killed one left. */
export function journalFolder(root: string, baseUrl: string): string {
  const name = createHash('sha256').update(baseUrl).digest('hex').slice(0, 16);
  return join(root, '.countersign', 'scim-service', name);
}

/** Opens the journal of this process. Lines are written at once: nothing but the machine's own end loses one. */
export function openJournal(folder: string, pid: number): Journal {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${pid}.jsonl`);
  const add = (line: Line) => appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  return {
    intend: (look) => add({ look }),
    made: (made) => add({ made }),
    gone: (gone) => add({ gone }),
    close: () => rmSync(file, { force: true }),
  };
}

/** What processes that are gone have left: where it is, and by which addresses what was perhaps made is found. */
export interface Leftovers {
  readonly file: string;
  readonly targets: readonly string[];
  readonly looks: readonly string[];
}

/** @param isAlive whether the process that writes a journal still runs */
export function readLeftovers(folder: string, isAlive: (pid: number) => boolean): readonly Leftovers[] {
  return namesIn(folder)
    .filter((name) => /^\d+\.jsonl$/.test(name) && !isAlive(Number.parseInt(name, 10)))
    .map((name) => {
      const file = join(folder, name);
      const lines = readFileSync(file, 'utf8').split('\n').flatMap(parse);
      const gone = new Set(lines.map((one) => one.gone));
      const targets = lines.flatMap(({ made }) => (made === undefined || gone.has(made) ? [] : [made]));
      // What was answered is known by its id; only the last request of all can be without an answer.
      const looks = lines.flatMap(({ look }, index) =>
        look !== undefined && lines[index + 1]?.made === undefined ? [look] : [],
      );
      return { file, targets: [...new Set(targets)], looks };
    });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A line that a killed process wrote half of says nothing. */
function parse(line: string): readonly Line[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? [value] : [];
  } catch {
    return [];
  }
}
