import type { Double } from '../../../harness/model/double.ts';
import { signInBody } from './config.ts';
import { createSignIn } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createSignInFromConfig(config: unknown): Double {
  return createSignIn(signInBody.parse(config ?? {}));
}
