import { createHash } from 'node:crypto';
import type { MutationContext } from '../../model/mutation.ts';
import { makeEncrypt } from '../../saml/encrypt.ts';
import { makeContext } from '../../saml/mutation-context.ts';
import { alice, type GenuineFacts, names, personOf, victim } from './genuine-facts.ts';

/** What differs between the services that a login leads to. */
export type ContextOptions = Pick<MutationContext, 'spEntityId' | 'acsUrl'> & {
  /** A genuine, signed Response to the same person, of four minutes before. */
  readonly earlier: string;
};

/** The facts and tools that mutations of this login are handed: the same for the same login. */
export function buildContext({ now, keys }: GenuineFacts, options: ContextOptions): MutationContext {
  return makeContext({
    ...options,
    now,
    idpEntityId: names.idpEntityId,
    signers: { ...keys.signers, idp: keys.idp, stranger: keys.stranger },
    self: personOf(alice),
    victim,
    encrypt: makeEncrypt({
      certificateDer: keys.sp.certificateDer,
      random: (size) => Buffer.alloc(size, createHash('sha256').update(`${now} ${size}`).digest()),
    }),
    otherSp: { entityId: names.otherSpEntityId, acsUrl: names.otherAcsUrl },
    otherIdpEntityId: names.otherIdpEntityId,
    canaryUrl: names.canaryUrl,
  });
}

/** The options of the login before this one. */
export function fourMinutesBefore<F extends Pick<GenuineFacts, 'now'>>(options: F): F {
  return { ...options, now: options.now - 240_000 };
}
