import { readFileSync } from 'node:fs';
import { runAlone } from '../core/run-alone.ts';
import { configBody } from './config.ts';
import { createKpow } from './double.ts';

const ours = /^(?:SAML|AUTH|RBAC)_|^DEBUG_(?:AUTH|SAML)$/;

/**
 * Run by hand, without --config, Kpow is started by its own variables and the files on the disk that they name. A stack
 * of doubles configures it instead, since the metadata file is not there before the identity provider runs.
 */
await runAlone((config) => {
  const given = configBody.parse(config ?? {});
  if (Object.keys(config ?? {}).length > 0) return createKpow(given);
  const environment = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value = '']) => (ours.test(name) ? [[name, value]] : [])),
  );
  const paths = Object.entries(environment).filter(([name]) => /_FILE$|_CERT$/.test(name));
  const files = Object.fromEntries(paths.flatMap(([, path]) => readIfThere(path)));
  return createKpow({ start: { environment, files } });
});

function readIfThere(path: string): readonly (readonly [string, string])[] {
  try {
    return [[path, readFileSync(path, 'utf8')]];
  } catch {
    return []; // Kpow itself says which variable names it
  }
}
