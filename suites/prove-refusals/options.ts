import { parseArgs } from 'node:util';
import { closestTo } from '../../harness/aws/closest.ts';
import { CountersignError } from '../../harness/model/error.ts';
import type { Library } from './libraries.ts';
import type { Release } from './releases.ts';

export interface Options {
  /** One release instead of the pairs. */
  readonly only?: { readonly library: Library; readonly release: Release };
  /** Ids of attacks, or `family/*`; all unless given. */
  readonly attacks: readonly string[];
  readonly json: boolean;
  readonly keep: boolean;
  readonly writeDocs: boolean;
}

export const usage = `Usage: npm run prove:refusals -- [options]

Installs releases of SAML libraries that are known to have fallen, and the releases that mended them, wraps each as a
small service provider on 127.0.0.1, and tries every attack on both. It downloads by npm.

  --package NAME@VERSION   try this one release
  --with NAME@VERSION      pin what that release depends on; may be given several times
  --attack ID              try this attack alone, or a family by "family/*"; may be given several times
  --json                   print the result as JSON
  --keep                   leave the folders of the releases, and say where
  --write-docs             write the table into docs/refusals-proof.md
  --help                   print this text
`;

/** @throws CountersignError `usage` */
export function readOptions(args: readonly string[], libraries: readonly Library[]): Options | 'help' {
  const values = parse(args);
  if (values.help === true) return 'help';
  const overrides = Object.fromEntries((values.with ?? []).map((text) => splitName(text, '--with')));
  const { package: wanted } = values;
  if (wanted === undefined && values.with !== undefined)
    throw new CountersignError('usage', '"--with" pins what one release depends on.', 'Add --package.');
  if (wanted !== undefined && values['write-docs'] === true)
    throw new CountersignError(
      'usage',
      '"--write-docs" writes the table of all pairs.',
      'Leave --package out, or --write-docs.',
    );
  return {
    attacks: values.attack ?? [],
    json: values.json ?? false,
    keep: values.keep ?? false,
    writeDocs: values['write-docs'] ?? false,
    ...(wanted === undefined ? {} : { only: findRelease(wanted, overrides, libraries) }),
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        package: { type: 'string' },
        with: { type: 'string', multiple: true },
        attack: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        keep: { type: 'boolean' },
        'write-docs': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CountersignError('usage', message, 'Run it with --help to see what it takes.');
  }
}

function findRelease(
  text: string,
  overrides: Readonly<Record<string, string>>,
  libraries: readonly Library[],
): NonNullable<Options['only']> {
  const [name, version] = splitName(text, '--package');
  const library = libraries.find((each) => each.name === name);
  const names = libraries.map((each) => each.name);
  if (library !== undefined) return { library, release: { version, overrides } };
  const [closest] = closestTo(name, names);
  throw new CountersignError(
    'usage',
    `There is no wrapper for "${name}".${closest === undefined ? '' : ` Was "${closest}" meant?`}`,
    `There are wrappers for ${names.join(', ')}.`,
  );
}

/** Name and exact version; a range would be another release tomorrow. */
function splitName(text: string, option: string): readonly [name: string, version: string] {
  const at = text.lastIndexOf('@');
  const version = text.slice(at + 1);
  if (at < 1 || !/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version))
    throw new CountersignError(
      'usage',
      `"${option} ${text}" does not name an exact version.`,
      `Write it as NAME@VERSION, for example ${option} samlify@2.9.1.`,
    );
  return [text.slice(0, at), version];
}
