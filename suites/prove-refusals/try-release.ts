import { openCanary } from '../../harness/drivers/http/canary.ts';
import { openHttpSend } from '../../harness/drivers/http/send.ts';
import { CountersignError } from '../../harness/model/error.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import type { RefusalResult } from '../../harness/model/refusal.ts';
import type { SigningKey } from '../../mocks/core/keys.ts';
import type { RefusalKeys } from '../refusals/keys.ts';
import { harnessIdp } from '../refusals/people.ts';
import { tryAttacks } from '../refusals/try-attacks.ts';
import { install } from './install.ts';
import type { Library } from './libraries.ts';
import type { Release } from './releases.ts';
import { targetOf } from './target.ts';
import { startWrapper } from './wrapper-process.ts';

/** What came of one release: the results of all attacks, or why there are none. */
export type Trial =
  | { readonly tried: true; readonly results: readonly RefusalResult[] }
  | { readonly tried: false; readonly why: string };

export interface TrialOptions {
  readonly library: Library;
  readonly release: Release;
  readonly attacks: readonly Mutation[];
  readonly keys: RefusalKeys;
  /** The service provider's own key. */
  readonly sp: SigningKey;
  /** Folder to install in; made if it is not there. */
  readonly folder: string;
  readonly onResult: (result: RefusalResult) => void;
  readonly signal: AbortSignal;
}

/** Installs a release, starts its wrapper, and tries the attacks on it. What cannot be done is told, never skipped. */
export async function tryRelease(options: TrialOptions): Promise<Trial> {
  const { library, release, attacks, keys, sp, folder, onResult, signal } = options;
  const { name, beside = {}, wrapper: file, signed } = library;
  try {
    const installation = {
      dependencies: { [name]: release.version, ...beside },
      overrides: release.overrides ?? {},
    };
    await install(folder, installation, signal);
  } catch (error) {
    if (error instanceof CountersignError) return { tried: false, why: error.message };
    throw error;
  }
  if (signal.aborted) return { tried: false, why: 'It was interrupted.' };
  await using parts = new AsyncDisposableStack();
  const idp = { ...harnessIdp, certificateDer: keys.idp.certificateDer };
  let wrapper: Awaited<ReturnType<typeof startWrapper>>;
  try {
    wrapper = parts.use(await startWrapper({ wrapper: file, modules: folder, idp, sp }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { tried: false, why: `Node ${process.versions.node} cannot start it: ${why}` };
  }
  const { send } = parts.use(openHttpSend());
  const canary = parts.use(await openCanary());
  const target = targetOf({ name: `${name} ${release.version}`, wrapper, signed, send });
  const { results } = await tryAttacks({ target, attacks, keys, canary, onResult, signal });
  const control = results.find(({ outcome }) => outcome !== 'inconclusive');
  if (results.length > 0 && control === undefined)
    return { tried: false, why: results[0]?.says ?? 'No genuine login worked.' };
  return { tried: true, results };
}
