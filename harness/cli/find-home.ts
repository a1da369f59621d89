import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configFileName } from '../config/file-name.ts';

/** The nearest folder upwards from `folder` with a configuration; `folder` itself when there is none. */
export function findHome(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, configFileName))) return at;
    if (dirname(at) === at) return folder;
  }
}
