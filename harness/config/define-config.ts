import type { ConfigInput } from './schema.ts';

/** Gives `countersign.config.ts` its types. Values are checked when the file is loaded. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
