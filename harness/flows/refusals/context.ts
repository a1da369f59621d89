import type { MutationContext } from '../../model/mutation.ts';
import { makeContext } from '../../saml/mutation-context.ts';
import type { World } from './world.ts';

/** The facts and tools that an attack's change is handed. @param earlier a genuine, signed Response of before */
export function contextOf(world: World, earlier: string, now: number): MutationContext {
  const { target, keys, bait, encrypt } = world;
  return makeContext({
    now,
    idpEntityId: target.idp.entityId,
    spEntityId: target.entityId,
    acsUrl: target.acsUrl,
    self: target.self,
    victim: target.victim,
    signers: keys,
    earlier,
    ...(encrypt === undefined ? {} : { encrypt }),
    ...(target.otherSp === undefined ? {} : { otherSp: target.otherSp }),
    ...(target.otherIdpEntityId === undefined ? {} : { otherIdpEntityId: target.otherIdpEntityId }),
    ...(bait === undefined ? {} : { canaryUrl: bait.url }),
  });
}
