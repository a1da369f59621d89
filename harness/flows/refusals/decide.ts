import type { AttackOutcome, Jar } from '../../model/attack.ts';
import type { Mutation } from '../../model/mutation.ts';
import type { RefusalTarget } from './target.ts';
import { shownName } from './world.ts';

/** Who is logged in in a jar after the last step, and who was before the message was sent. */
export interface Identity {
  readonly jar: Jar;
  readonly who: string | undefined;
  readonly whoBefore: string | undefined;
  /** True when the message was a genuine logout, after which nobody may be there. */
  readonly mustBeEmpty: boolean;
  /** True when a log-out came before, so that nobody should have been there. */
  readonly loggedOut: boolean;
}

export interface Decision {
  readonly outcome: AttackOutcome;
  /** One sentence. */
  readonly says: string;
}

/** A fall by a message that the standard lets a target take is a warning, unless it gave more than that. */
export function weigh<T extends Decision>(
  { attack }: Pick<Mutation, 'attack'>,
  decision: T,
  isGrave: boolean,
): T {
  return attack?.advisory === undefined || decision.outcome !== 'fell' || isGrave
    ? decision
    : { ...decision, outcome: 'warned' };
}

/** The verdict by who is logged in: the victim never, the attacker's own name only where that is safe. */
export function decideIdentity(
  { safe }: Pick<Mutation, 'safe'>,
  target: RefusalTarget,
  identities: readonly Identity[],
): Decision {
  const decisions = identities.map((identity) => decideOne(safe === 'genuine-user', target, identity));
  return (
    decisions.find(({ outcome }) => outcome === 'fell') ??
    decisions.find(({ outcome }) => outcome === 'inconclusive') ??
    decisions[0] ?? { outcome: 'inconclusive', says: 'Nothing was sent, so nothing can be said.' }
  );
}

function decideOne(mayBeSelf: boolean, target: RefusalTarget, identity: Identity): Decision {
  const { who, whoBefore, mustBeEmpty, loggedOut, jar } = identity;
  if (who === undefined) return { outcome: 'held', says: 'Nobody was logged in.' };
  if (who === whoBefore && !mustBeEmpty)
    return loggedOut
      ? {
          outcome: 'inconclusive',
          says: `"${who}" was still logged in before the message was sent (${jar} browser).`,
        }
      : { outcome: 'held', says: `The session of "${who}" stayed as it was.` };
  if (who === shownName(target, 'victim'))
    return { outcome: 'fell', says: `The victim "${who}" was logged in.` };
  if (who === shownName(target, 'self'))
    return mayBeSelf
      ? { outcome: 'held', says: `Only the genuine person "${who}" was logged in.` }
      : { outcome: 'fell', says: `"${who}" was logged in by a message that must be refused.` };
  return mayBeSelf
    ? {
        outcome: 'held',
        says: `Exactly the name of the message, "${who}", was logged in; it is not the victim's.`,
      }
    : { outcome: 'fell', says: `A third name, "${who}", was logged in by a message that must be refused.` };
}
