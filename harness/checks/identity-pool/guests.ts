import { defineCheck } from '../../model/check.ts';
import { at, fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/guests',
  title: {
    holds: 'Nobody gets in without a login',
    fails: 'Guests get in without a login',
  },
  why: 'Whoever knows the ID of the pool, which every browser is told, gets an identity and credentials.',
  fix: fixes.guests('Deactivate it, unless guests are wanted.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.flow('Guest access gives identities and credentials to unauthenticated users.')],
  options: { guestsWanted: false },
  messages: {
    allowed: 'The pool gives identities to guests.',
  },
  run: ({ 'identity-pool': { pool } }, { options: { guestsWanted } }) =>
    !pool.allowUnauthenticated || guestsWanted
      ? []
      : [
          {
            message: 'allowed' as const,
            expected: 'no guest access',
            observed: 'AllowUnauthenticatedIdentities true',
            where: at('/pool/allowUnauthenticated'),
          },
        ],
});
