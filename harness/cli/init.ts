import { access, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { integrations } from '../../suites/index.ts';
import { configFileName, parseConfig } from '../config/load-config.ts';
import type { ConfigInput } from '../config/schema.ts';
import { CountersignError } from '../model/error.ts';

export interface InitOptions {
  readonly integration: readonly string[];
  readonly idpHost?: string;
  readonly region?: string;
  readonly instance?: string;
  readonly reportDir?: string;
  readonly yes: boolean;
  readonly force: boolean;
}

/** Writes a typed configuration from flags, or from answers when someone is there to give them. */
export async function init(root: string, options: InitOptions): Promise<number> {
  checkNames(options.integration);
  const path = join(root, configFileName);
  if (!options.force && (await exists(path)))
    throw new CountersignError(
      'usage',
      `"${path}" exists already.`,
      'Replace it with --force, or edit it: its types say what is allowed.',
    );
  const config = options.yes || !process.stdin.isTTY ? fromFlags(options) : await fromAnswers(options);
  parseConfig(config, path); // what is written can be read
  await writeFile(path, render(config, root));
  process.stdout.write(`Wrote ${path}\nNext: countersign doctor, then countersign run.\n`);
  return 0;
}

function checkNames(names: readonly string[]): void {
  const known = integrations.map(({ id }) => id);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new CountersignError(
      'usage',
      `There is no integration "${unknown}".`,
      `Choose from ${known.join(', ')}.`,
    );
}

function fromFlags(options: Omit<InitOptions, 'yes' | 'force'>): ConfigInput {
  const { idpHost, region, instance, reportDir } = options;
  return {
    ...(reportDir === undefined ? {} : { reportDir }),
    integrations: {
      '1kosmos-identity-center': {
        ...(idpHost === undefined ? {} : { idp: { host: idpHost } }),
        ...(region === undefined && instance === undefined
          ? {}
          : {
              identityCenter: {
                ...(region === undefined ? {} : { region }),
                ...(instance === undefined ? {} : { instance }),
              },
            }),
      },
    },
  };
}

async function fromAnswers(options: InitOptions): Promise<ConfigInput> {
  const dialogue = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return fromFlags({
      integration: options.integration,
      idpHost:
        options.idpHost ?? (await ask(dialogue, 'Host name of the 1Kosmos tenant', 'acme.1kosmos.net')),
      region: options.region ?? (await ask(dialogue, 'AWS region of IAM Identity Center', 'us-east-1')),
      instance: options.instance ?? (await ask(dialogue, 'IAM Identity Center instance', 'd-1234567890')),
      reportDir: options.reportDir ?? (await ask(dialogue, 'Folder for reports', 'report')),
    });
  } finally {
    dialogue.close();
  }
}

async function ask(dialogue: Interface, question: string, byDefault: string): Promise<string> {
  const answer = (await dialogue.question(`${question} [${byDefault}]: `)).trim();
  return answer === '' ? byDefault : answer;
}

function render(config: ConfigInput, root: string): string {
  const home = relative(root, join(import.meta.dirname, '..', 'config', 'define-config.ts')).replaceAll(
    '\\',
    '/',
  );
  const source = home.startsWith('.') ? home : `./${home}`;
  return `import { defineConfig } from ${literal(source)};\n\nexport default defineConfig(${print(config, '')});\n`;
}

/** A value as source text: keys bare where they may be, strings in single quotes. */
function print(value: unknown, indent: string): string {
  if (typeof value === 'string') return literal(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([key, one]) => {
    const name = /^[A-Za-z_]\w*$/.test(key) ? key : literal(key);
    return `${inner}${name}: ${print(one, inner)},\n`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
}

function literal(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
