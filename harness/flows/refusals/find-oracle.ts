import type { AttackPerson } from '../../model/attack.ts';
import { startAndSend } from './log-in.ts';
import type { Visit } from './ports.ts';
import type { JarPort, RefusalTarget } from './target.ts';
import { idpOrigin, type World } from './world.ts';

/** Who is logged in, told by a page of the target: and what that page calls the two people. */
export interface FoundOracle {
  readonly whoami: (jar: JarPort) => Promise<string | undefined>;
  readonly shownAs: { readonly self: string; readonly victim: string };
  /** Address of the page, for the report. */
  readonly url: string;
}

/** Somebody is logged in whom the page names neither as the one nor as the other. */
export const somebodyElse = 'somebody else';

/** Why no page could be found that tells people apart. */
export class NoOracle extends Error {
  override readonly name = 'NoOracle';
}

/**
 * Finds a page that tells who is logged in: one that shows a name of the attacker after their login, the victim's after
 * theirs, and neither in a browser without a login. A page that echoes what it is sent shows neither, since it is asked
 * by a plain GET without a message.
 * @param protectedUrl tried first; else the page on which a login ends
 * @throws NoOracle, NoLogin
 */
export async function findOracle(world: World, protectedUrl: string | undefined): Promise<FoundOracle> {
  const { target } = world;
  const [self, victim, nobody] = [world.openBrowser(), world.openBrowser(), world.openBrowser()];
  const landing = await startAndSend(world, self, target.self);
  await startAndSend(world, victim, target.victim);
  const candidates = [...new Set([protectedUrl ?? [], landing.visit.url].flat())];
  const tried: string[] = [];
  for (const url of candidates) {
    const [hers, his, none] = await Promise.all(
      [self, victim, nobody].map((each) => look(each, url, target)),
    );
    const names = distinctNames(target).find(
      (pair) =>
        shows(hers, pair.self) &&
        !shows(hers, pair.victim) &&
        shows(his, pair.victim) &&
        !shows(his, pair.self) &&
        !shows(none, pair.self) &&
        !shows(none, pair.victim),
    );
    if (names !== undefined) return createOracle(url, names, target, none === undefined);
    tried.push(`${url} (${hers === undefined ? 'still leads to the login' : 'names nobody'})`);
  }
  throw new NoOracle(
    `no page tells who is logged in: ${tried.join(', ')}; configure "whoami" or "protectedUrl" for this target`,
  );
}

function createOracle(
  url: string,
  names: { readonly self: string; readonly victim: string },
  target: RefusalTarget,
  isProtected: boolean,
): FoundOracle {
  return {
    url,
    shownAs: names,
    whoami: async (jar) => {
      const text = await look(jar, url, target);
      if (text === undefined) return undefined;
      if (shows(text, names.victim)) return names.victim;
      if (shows(text, names.self)) return names.self;
      // A page that everybody may see says nothing by being there.
      return isProtected ? somebodyElse : undefined;
    },
  };
}

/** The page's text; undefined where it leads to the identity provider or is refused. */
async function look(browser: JarPort, url: string, target: RefusalTarget): Promise<string | undefined> {
  const visit = await browser.visit(
    new Request(url, { headers: { accept: 'text/html, application/json;q=0.9' } }),
  );
  return isOpen(visit, target) ? visit.readText() : undefined;
}

function isOpen({ status, onward }: Visit, target: RefusalTarget): boolean {
  const leadsToLogin = onward !== undefined && new URL(onward.url).origin === idpOrigin(target);
  return status >= 200 && status < 300 && !leadsToLogin;
}

/** Names under which a page may know both: NameIDs, then attributes that both have with different values. */
function distinctNames({ self, victim }: RefusalTarget): readonly { self: string; victim: string }[] {
  const valuesOf = ({ nameId, attributes }: AttackPerson) => [
    nameId,
    ...Object.values(attributes).flatMap((values) => values.slice(0, 1)),
  ];
  const theirs = valuesOf(victim);
  return valuesOf(self).flatMap((mine, index) => {
    const other = theirs[index];
    return other === undefined || other === mine || mine === '' || other === ''
      ? []
      : [{ self: mine, victim: other }];
  });
}

/** Whether a text has the name as a whole: `bob@example.com` is not in `bob@example.com.evil`. */
function shows(text: string | undefined, name: string): boolean {
  if (text === undefined) return false;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}@._+-])${escaped}(?![\\p{L}\\p{M}\\p{N}@_+-]|\\.[\\p{L}\\p{N}])`,
    'u',
  ).test(text);
}

/** What a configured oracle says about each of the two, learnt by logging both in. @throws NoOracle, NoLogin */
export async function learnNames(world: World): Promise<{ readonly self: string; readonly victim: string }> {
  const { target } = world;
  const ask = async (person: AttackPerson) => {
    const browser = world.openBrowser();
    const { visit } = await startAndSend(world, browser, person);
    const name = await target.whoami(browser);
    if (name === undefined)
      throw new NoOracle(
        `after a genuine login of "${person.nameId}" whoami names nobody (answer ${visit.status} at ${visit.url})`,
      );
    return name;
  };
  return { self: await ask(target.self), victim: await ask(target.victim) };
}
