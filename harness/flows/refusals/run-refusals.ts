import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import type { SignerName } from '../../model/attack.ts';
import type { MutationContext } from '../../model/mutation.ts';
import { makeEncrypt } from '../../saml/encrypt.ts';
import type { SigningPair } from '../../saml/mutation-context.ts';
import { type BatchOptions, type RefusalOutcome, tryBetweenControls } from './between-controls.ts';
import { createControls } from './controls.ts';
import { createIssuer } from './issuer.ts';
import type { BrowserPort, CanaryPort, Stopwatch } from './ports.ts';
import { proveOracle, type UnprovedTarget } from './prove-oracle.ts';
import { describeResult } from './result.ts';
import type { RefusalTarget } from './target.ts';
import { tryAttack } from './try-attack.ts';
import type { World } from './world.ts';

export interface RefusalOptions extends BatchOptions {
  readonly target: UnprovedTarget;
  /** Keys of the identity provider that the target trusts, and of those that it must not. */
  readonly keys: Readonly<Partial<Record<SignerName, SigningPair>>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly stopwatch: Stopwatch;
  readonly ids: { readonly samlId: () => string };
  readonly openBrowser: () => BrowserPort;
  readonly canary?: CanaryPort;
}

export type { RefusalOutcome };

/** Tries attacks on a service provider, as its identity provider: verdicts only between genuine logins that worked. */
export async function runRefusals(options: RefusalOptions): Promise<RefusalOutcome> {
  const prepared = { ...options, keys: readKeys(options.keys) };
  const worldOf = (target: RefusalTarget) => createWorld(prepared, target);
  const proved = await proveOracle(options.target, worldOf);
  if ('failure' in proved) return withoutVerdicts(options, proved.failure);
  const world = worldOf(proved.target);
  const controls = createControls(world);
  return tryBetweenControls(options, controls, (mutation, facts) =>
    tryAttack({ ...world, bait: options.canary?.lay(mutation.id) }, mutation, facts, controls),
  );
}

/** Keys are read once: that takes longer than to sign with them. */
function readKeys(keys: RefusalOptions['keys']): RefusalOptions['keys'] {
  const read = Object.entries(keys).map(([name, pair]) => [
    name,
    { ...pair, privateKey: createPrivateKey(pair.privateKeyPem) },
  ]);
  return Object.fromEntries(read);
}

function createWorld(
  { keys, ids, now, stopwatch, openBrowser }: RefusalOptions,
  target: RefusalTarget,
): World {
  return {
    target,
    keys,
    issuer: createIssuer(target, keys, ids),
    now,
    stopwatch,
    openBrowser,
    encrypt: encrypterFor(target),
  };
}

/** Nobody can be told apart, so nothing was sent but what it took to find that out. */
function withoutVerdicts({ attacks, onResult }: RefusalOptions, failure: string): RefusalOutcome {
  const says = `The control before it failed: ${failure}.`;
  const results = attacks.map((mutation) => describeResult(mutation, { outcome: 'inconclusive', says }));
  for (const result of results) onResult?.(result);
  return { results, controls: { made: 1, failed: 1 } };
}

function encrypterFor({ encryptionCertificate }: RefusalTarget): MutationContext['encrypt'] {
  if (encryptionCertificate === undefined) return undefined;
  const certificateDer = new X509Certificate(encryptionCertificate).raw.toString('base64');
  return makeEncrypt({ certificateDer, random: randomBytes });
}
