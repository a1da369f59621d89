import { z } from 'zod';

const schema = z.strictObject({
  /** Folder of the project whose suites are run. */
  root: z.string(),
  /** Configuration file; absolute. */
  config: z.string().optional(),
  /** Folder that takes evidence and case results. */
  runFolder: z.string(),
  integrations: z.array(z.string()).default([]),
  cases: z.array(z.string()).default([]),
  /** Set when the doubles run in containers: the image, and the run's id to label them with. */
  containers: z.strictObject({ image: z.string(), runId: z.string() }).optional(),
  headed: z.boolean().default(false),
  /** Mutation to switch on in every login that must be clean. */
  mutation: z.string().optional(),
});

/** What the command line tells the runner's processes. */
export type RunSettings = z.output<typeof schema>;

/** Variable that carries the settings, as JSON. */
export const runSettingsVariable = 'COUNTERSIGN_RUN';

/** Reads the settings; without any, as when the runner is started by hand, all of the project is run. */
export function readRunSettings(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): RunSettings {
  const text = environment[runSettingsVariable];
  return schema.parse(
    text === undefined ? { root, runFolder: `${root}/.countersign/run` } : JSON.parse(text),
  );
}
