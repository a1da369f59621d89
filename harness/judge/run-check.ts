import type { ArtifactReads } from '../checks/read.ts';
import type { Check, CheckContext, Fault } from '../model/check.ts';
import type { ArtifactName } from '../model/evidence.ts';
import type { Readings } from '../model/readings.ts';

/** What one check came to, before severity, waivers and words. */
export type CheckRun =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'fail'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'manual' | 'not-applicable'; readonly reason: string }
  | { readonly outcome: 'not-seen' | 'error'; readonly reason: string; readonly artifact?: ArtifactName };

/** Options as the profile has them, the clock, and how much it may be off. */
export type RunContext = Omit<CheckContext<never>, 'options'> & {
  readonly options?: Readonly<Record<string, unknown>>;
};

/**
 * Runs one check on the artifacts that it declared, and on no others.
 * @param tells id of the check that says why an artifact cannot be read
 */
export function runCheck(
  check: Check,
  reads: ArtifactReads,
  context: RunContext,
  tells: (artifact: ArtifactName) => string | undefined = () => undefined,
): CheckRun {
  for (const name of check.needs) {
    const lacking = findLack(check, name, reads, tells);
    if (lacking !== undefined) return lacking;
  }
  const given = pick(check, reads);
  // A check's options have its own type; a profile's are proved against the check's names by a test.
  const options = { ...check.options, ...context.options } as never;
  const own: CheckContext<never> = { now: context.now, skewMs: context.skewMs, options };
  try {
    const applies = check.applies(given, own);
    if (applies !== true) return { outcome: 'not-applicable', reason: applies };
    const result = check.run(given, own);
    if (!isFaults(result)) return { outcome: 'manual', reason: result.manual };
    const unknown = result.find(({ message }) => !Object.hasOwn(check.messages, message));
    if (unknown !== undefined) return stopped(`it has no message "${unknown.message}"`);
    return result.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', faults: result };
  } catch (error) {
    return stopped(error instanceof Error ? error.message : String(error));
  }
}

function findLack(
  check: Check,
  name: ArtifactName,
  reads: ArtifactReads,
  tells: (artifact: ArtifactName) => string | undefined,
): CheckRun | undefined {
  const read = reads[name];
  switch (read.state) {
    case 'read':
      return undefined;
    case 'missing':
      return { outcome: 'not-seen', reason: `There is no "${name}": ${read.why}`, artifact: name };
    case 'failed':
      return { outcome: 'error', reason: `"${name}" could not be judged. ${read.why}`, artifact: name };
    case 'broken': {
      if (check.readsBroken && read.reading !== undefined) return undefined;
      const teller = tells(name);
      const hint = teller === undefined ? read.why : `${teller} tells why.`;
      return { outcome: 'not-seen', reason: `"${name}" cannot be read: ${hint}`, artifact: name };
    }
  }
}

function pick(check: Check, reads: ArtifactReads): Partial<Readings> {
  const entries = [...check.needs, ...check.uses].flatMap((name) => {
    const read = reads[name];
    const isGiven = read.state === 'read' || (read.state === 'broken' && check.readsBroken);
    return isGiven && read.reading !== undefined ? [[name, read.reading] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isFaults(result: ReturnType<Check['run']>): result is readonly Fault[] {
  return Array.isArray(result);
}

function stopped(why: string): CheckRun {
  return { outcome: 'error', reason: `The check stopped with an error: ${why}.` };
}
