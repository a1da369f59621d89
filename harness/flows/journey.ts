import type { Page } from 'playwright';
import type { Screenshot, StepRecord } from '../model/evidence.ts';

/** The steps of one journey in order, each timed, with pictures on request. */
export interface Journey {
  /** Runs one step; a failure is recorded and passed on. */
  readonly step: <T>(name: string, act: () => Promise<T>) => Promise<T>;
  readonly photograph: (page: Page, description: string) => Promise<Uint8Array>;
  readonly note: (text: string) => void;
  readonly steps: readonly StepRecord[];
  readonly screenshots: readonly Screenshot[];
  readonly pictures: Readonly<Record<string, Uint8Array>>;
  readonly notes: readonly string[];
}

export function createJourney(now: () => number, onStep: (name: string) => void): Journey {
  const steps: StepRecord[] = [];
  const screenshots: Screenshot[] = [];
  const pictures: Record<string, Uint8Array> = {};
  const notes: string[] = [];
  let current = 'start';
  return {
    steps,
    screenshots,
    pictures,
    notes,
    note: (text) => notes.push(text),
    step: async (name, act) => {
      current = name;
      onStep(name);
      const startedAt = now();
      const record = { name, startedAt: new Date(startedAt).toISOString() };
      try {
        const result = await act();
        steps.push({ ...record, durationMs: now() - startedAt });
        return result;
      } catch (error) {
        steps.push({ ...record, durationMs: now() - startedAt, failure: (error as Error).message });
        throw error;
      }
    },
    photograph: async (page, description) => {
      const bytes = await takePicture(page);
      const file = `${String(screenshots.length + 1).padStart(2, '0')}-${slug(current)}.png`;
      screenshots.push({ step: current, file, description });
      pictures[file] = bytes;
      return bytes;
    },
  };
}

/** A browser under load sometimes cannot draw its page just now: that is neither party's fault. */
const attempts = 3;

async function takePicture(page: Page): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await page.screenshot({ type: 'png', animations: 'disabled', caret: 'hide' });
    } catch (error) {
      const isBusy = (error as Error).message.includes('Unable to capture screenshot');
      if (!isBusy || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
