import { resolve } from 'node:path';
import type { IdpRefusalTargetConfig } from '../../harness/config/idp-refusals-schema.ts';
import type { RefusalTargetConfig } from '../../harness/config/refusals-schema.ts';
import { openCanary } from '../../harness/drivers/http/canary.ts';
import { openHttpSend } from '../../harness/drivers/http/send.ts';
import { cannotSend } from '../../harness/flows/refusals/attempt.ts';
import type { IdpTarget } from '../../harness/flows/refusals/idp/idp-target.ts';
import type { UnprovedTarget } from '../../harness/flows/refusals/prove-oracle.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import type { RefusalResult, RefusalRun } from '../../harness/model/refusal.ts';
import { type Chromium, launchChromium, openBehindFrontDoor } from './browser-run.ts';
import { doubleTargets } from './doubles.ts';
import { openIdpTarget } from './idp.ts';
import { readIdpFolder } from './idp-folder.ts';
import { makeForeignKeys, makeRefusalKeys, type RefusalKeys } from './keys.ts';
import { requirePermission } from './rails.ts';
import { addressesOfIdp, describeRealIdp } from './real-idp.ts';
import { addressesOf, describeRealTarget } from './real-target.ts';
import { tryAttacks, tryIdpAttacks } from './try-attacks.ts';

/** How a job is done, and who is told. */
export interface JobOptions {
  readonly attacks: readonly Mutation[];
  readonly onResult: (result: RefusalResult) => void;
  readonly signal: AbortSignal;
  /** Sends the messages by Chromium instead of over HTTP. */
  readonly browser: boolean;
}

/** The attacks on one target, from its start to its end. */
export interface RefusalJob {
  /** What `--integration` names. */
  readonly id: string;
  readonly against: 'sp' | 'idp';
  /** For progress. */
  readonly title: string;
  readonly run: (options: JobOptions) => Promise<RefusalRun>;
}

/** A job for each of our doubles with this id; they run in this process. */
export function doubleJob(id: string): RefusalJob | undefined {
  const found = doubleTargets.find((one) => one.id === id);
  if (found === undefined) return undefined;
  return {
    id,
    against: 'sp',
    title: found.title,
    run: async (options) => {
      const keys = await makeRefusalKeys(Date.now());
      const target = await found.open(keys);
      if (!options.browser) return runTarget(target, keys, options, { concurrency: 1 });
      await using stack = await openBehindFrontDoor(id, target);
      await using chromium = await launchChromium(target.origins, stack.browserArgs);
      return await runTarget(target, keys, options, { concurrency: 1, chromium });
    },
  };
}

/**
 * A job for a configured target.
 * @param file configuration in which it stands; absent for one given by flags
 * @param folder what file names in it are relative to
 * @throws CountersignError `config` when nobody allowed hostile messages to where it is
 */
export function configuredJob(
  id: string,
  config: RefusalTargetConfig,
  { file, folder }: { readonly file: string | undefined; readonly folder: string },
): RefusalJob {
  const { allowHostileTests, allowedBy, timeoutMs, concurrency } = config;
  const allowed = requirePermission(id, addressesOf(config), { allowHostileTests, allowedBy, file });
  return {
    id,
    against: 'sp',
    title: config.name ?? id,
    run: async (options) => {
      await using http = openHttpSend({ timeoutMs });
      const target = await describeRealTarget(id, config, folder, http.send);
      const idp = await readIdpFolder(resolve(folder, config.idp.folder));
      const keys = {
        ...(await makeForeignKeys(Date.now(), idp)),
        idp: idp.signing,
        'idp-encryption': idp.encryption,
      };
      await using chromium = options.browser
        ? await launchChromium(target.origins, [], timeoutMs)
        : undefined;
      const how = chromium === undefined ? { concurrency } : { concurrency, chromium };
      const run = await runTarget(target, keys, options, how);
      return { ...run, integration: id, ...(allowed === undefined ? {} : { allowed }) };
    },
  };
}

/** Ids of the identity provider doubles, and whether they demand signed requests. */
const idpDoubles: Readonly<Record<string, boolean>> = { idp: false, 'idp-signed-requests': true };

/** A job for the identity provider double with this id. */
export function idpJob(id: string): RefusalJob | undefined {
  const signsRequests = idpDoubles[id];
  if (signsRequests === undefined) return undefined;
  return {
    id,
    against: 'idp',
    title: `the identity provider like 1Kosmos${signsRequests ? ', with signed requests' : ''}`,
    run: async (options) => {
      const now = Date.now();
      const { target } = await openIdpTarget(now, signsRequests);
      return runIdpTarget(target, await makeRefusalKeys(now), options);
    },
  };
}

async function runIdpTarget(
  target: IdpTarget,
  keys: RefusalKeys,
  { attacks, onResult, signal, browser }: JobOptions,
): Promise<RefusalRun> {
  await using canary = await openCanary();
  const began = performance.now();
  const { results, controls } = await tryIdpAttacks({ target, keys, canary, attacks, onResult, signal });
  return {
    target: target.name,
    mode: target.mode,
    against: 'idp',
    origins: target.origins,
    driver: 'http',
    controls,
    durationMs: Math.round(performance.now() - began),
    results,
    leftOut: browser
      ? ['These went over HTTP all the same: only attacks on service providers go by a browser.']
      : [],
  };
}

/**
 * A job for a configured identity provider.
 * @throws CountersignError `config` when nobody allowed hostile messages to where it is
 */
export function configuredIdpJob(
  id: string,
  config: IdpRefusalTargetConfig,
  { file, folder }: { readonly file: string | undefined; readonly folder: string },
): RefusalJob {
  const { allowHostileTests, allowedBy, timeoutMs } = config;
  const allowed = requirePermission(id, addressesOfIdp(config), { allowHostileTests, allowedBy, file });
  return {
    id,
    against: 'idp',
    title: config.name ?? id,
    run: async (options) => {
      await using http = openHttpSend({ timeoutMs });
      const target = await describeRealIdp(id, config, { folder, send: http.send, env: process.env });
      const run = await runIdpTarget(target, await makeRefusalKeys(Date.now()), options);
      return { ...run, integration: id, ...(allowed === undefined ? {} : { allowed }) };
    },
  };
}

/** Every double, in the order in which they are tried. */
export const doubleIds: readonly string[] = [
  ...doubleTargets.map(({ id }) => id),
  ...Object.keys(idpDoubles),
];

async function runTarget(
  target: UnprovedTarget,
  keys: Partial<RefusalKeys>,
  options: JobOptions,
  { concurrency, chromium }: { readonly concurrency: number; readonly chromium?: Chromium },
): Promise<RefusalRun> {
  await using canary = await openCanary();
  const began = performance.now();
  const { attacks, onResult, signal } = options;
  const tried = await tryAttacks({
    target,
    keys,
    canary,
    concurrency,
    attacks,
    onResult,
    signal,
    ...(chromium === undefined ? {} : { openBrowser: chromium.open }),
  });
  const isLeftOut = ({ says }: RefusalResult) => says.startsWith(cannotSend);
  return {
    target: target.name,
    mode: target.mode,
    against: 'sp',
    origins: target.origins,
    driver: chromium === undefined ? 'http' : 'browser',
    controls: tried.controls,
    durationMs: Math.round(performance.now() - began),
    results: tried.results.filter((one) => !isLeftOut(one)),
    leftOut: tried.results.filter(isLeftOut).map(({ attack, says }) => `${attack} was left out. ${says}`),
  };
}
