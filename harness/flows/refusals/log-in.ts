import type { AttackPerson } from '../../model/attack.ts';
import { deliver, type Material } from './forge.ts';
import type { Issued } from './issuer.ts';
import type { BrowserPort, Visit } from './ports.ts';
import { toRequest } from './send.ts';
import { NoLogin, type Started, startLogin } from './start-login.ts';
import { idpOrigin, shownName, type World } from './world.ts';

/** A genuine response that was used before. */
export interface Earlier extends Material {
  readonly issued: Issued;
  readonly person: AttackPerson;
}

export interface GenuineLogin extends Earlier {
  /** The response as it was sent. */
  readonly signed: string;
  readonly visit: Visit;
  /** How long the target took over the response, redirects included, in milliseconds. */
  readonly tookMs: number;
}

/** A genuine response of the attacker, for a login that was started, or unasked. */
export function issueFor(
  { issuer, target }: World,
  started: Started | undefined,
  now: number,
  person: AttackPerson = target.self,
): Earlier {
  const relayState = started === undefined ? target.relayState : started.relayState;
  const issued = issuer.issue({ person, inResponseTo: started?.requestId, now });
  return { issued, relayState, person };
}

/** Begins a login, answers it as the identity provider, and says where the browser ends: not yet who is in. */
export async function startAndSend(
  world: World,
  browser: BrowserPort,
  person: AttackPerson,
  now: number = world.now(),
): Promise<GenuineLogin> {
  const { target, stopwatch } = world;
  const started = target.start === undefined ? undefined : await startLogin(target, browser);
  const genuine = issueFor(world, started, now, person);
  const request = toRequest(await deliver(genuine, target));
  const began = stopwatch();
  const visit = await browser.visit(request, idpOrigin(target));
  const tookMs = stopwatch() - began;
  return { ...genuine, signed: await genuine.issued.sign(), visit, tookMs };
}

/** A complete, genuine login. @throws NoLogin when it does not end with that person logged in */
export async function logIn(
  world: World,
  browser: BrowserPort,
  now: number,
  who: 'self' | 'victim',
): Promise<GenuineLogin> {
  const { target } = world;
  const login = await startAndSend(world, browser, target[who], now);
  const { visit } = login;
  const seen = await target.whoami(browser);
  const wanted = shownName(target, who);
  if (seen === wanted) return login;
  const told = await target.lastRefusal?.();
  throw new NoLogin(
    `a genuine login of "${wanted}" ended with ${seen === undefined ? 'nobody' : `"${seen}"`} logged in` +
      ` (answer ${visit.status} at ${visit.url}${told === undefined ? '' : `; the target says: ${told}`})`,
  );
}
