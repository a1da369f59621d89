import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { must } from '../../core/saml/refusal.ts';
import { keyOf } from '../accept/accept-login.ts';
import type { LoginRun, ReadLogin, Steps } from '../accept/types.ts';
import type { UsedIds } from '../memory.ts';
import type { Weaken, Weaknesses } from './weakness.ts';

/** What is remembered of messages that were used. A request that was answered may be answered again. */
export const replay: Weaknesses = {
  'replay-accepted': remembering(() => {}),

  'replay-forgotten-on-restart': remembering(({ statement }, run) =>
    claimIn(run.memory.usedVolatile, keyOf(statement.issuer, statement.assertionId), endOf(statement, run)),
  ),

  'replay-store-not-shared': remembering(({ statement }, run) =>
    claimIn(run.memory.usedHere, keyOf(statement.issuer, statement.assertionId), endOf(statement, run)),
  ),

  'replay-forgotten-at-expiry': remembering(({ statement }, run) =>
    claimIn(run.memory.used, keyOf(statement.issuer, statement.assertionId), statement.notOnOrAfter),
  ),

  'replay-forgotten-early': remembering(({ statement }, run) =>
    claimIn(run.memory.used, keyOf(statement.issuer, statement.assertionId), run.now + 60_000),
  ),

  'replay-by-response-id': remembering(({ statement }, run) =>
    claimIn(run.memory.used, keyOf(statement.issuer, statement.responseId), endOf(statement, run)),
  ),

  'replay-by-bytes': remembering(({ statement, parameter }, run) => {
    const hash = createHash('sha256').update(parameter).digest('base64');
    claimIn(run.memory.used, keyOf('bytes', hash), endOf(statement, run));
  }),

  'replay-race': remembering(async ({ statement }, run) => {
    const key = keyOf(statement.issuer, statement.assertionId);
    must(!run.memory.used.has(key), 'Assertion was already used');
    // As long as a database takes to answer.
    await wait(20);
    run.memory.used.claim(key, endOf(statement, run));
  }),
};

function remembering(claim: (login: ReadLogin, run: LoginRun) => void | Promise<void>): Weaken {
  return (steps: Steps) => ({ ...steps, claim });
}

function endOf({ notOnOrAfter }: ReadLogin['statement'], run: LoginRun): number {
  return notOnOrAfter + run.steps.skewMs(run);
}

function claimIn(used: UsedIds, key: string, until: number): void {
  must(used.claim(key, until), 'Assertion was already used');
}
