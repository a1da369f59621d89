import { beforeAll, describe, expect, test } from 'vitest';
import type { UnprovedTarget } from '../../harness/flows/refusals/prove-oracle.ts';
import { defineMutation } from '../../harness/model/mutation.ts';
import { makeRefusalKeys, type RefusalKeys } from './keys.ts';
import { harnessIdp } from './people.ts';
import { openToy, type ToyBehaviour } from './toy-target.test-helper.ts';
import { tryAttacks } from './try-attacks.ts';

let keys: RefusalKeys;
beforeAll(async () => {
  keys = await makeRefusalKeys(Date.now());
});

const attacks = [
  defineMutation({
    id: 'toy/name-victim',
    title: 'The victim is named after signing',
    stage: 'after-signing',
    change: { on: 'response', apply: (xml, { self, victim }) => xml.replaceAll(self.nameId, victim.nameId) },
    breaks: [],
    hostile: true,
    safe: 'refuses',
    refs: [],
    attack: { against: 'sp', mechanism: 'for tests', weakness: [] },
  }),
  defineMutation({
    id: 'toy/name-third',
    title: 'A name that begins like the victim’s',
    stage: 'before-signing',
    change: {
      on: 'response',
      apply: (xml, { self, victim }) => xml.replaceAll(self.nameId, `${victim.nameId}.evil`),
    },
    breaks: [],
    hostile: true,
    safe: 'genuine-user',
    refs: [],
    attack: { against: 'sp', mechanism: 'for tests', weakness: [] },
  }),
];

const origin = 'https://toy.countersign.test';
const page = (body: string) =>
  new Response(`<!doctype html><title>App</title>${body}`, { headers: { 'content-type': 'text/html' } });
const toLogin = () => Response.redirect(`${harnessIdp.ssoUrl}?SAMLRequest=x`, 302);

/** The page at the end of a login, as some application shows it; without `whoami`, which is to be found. */
async function run(home: ToyBehaviour['home'], change: Partial<UnprovedTarget> = {}) {
  const toy = openToy({ home });
  const { whoami: _, ...target } = toy.target;
  const { results } = await tryAttacks({ target: { ...target, mode: 'real', ...change }, attacks, keys });
  return results.map(({ outcome, says }) => `${outcome}: ${says}`);
}

describe('an oracle that is found', () => {
  test('a page that names the person by NameID', async () => {
    const list = await run((who) => (who === undefined ? toLogin() : page(`<p>Hello, ${who}!</p>`)));
    expect(list).toEqual([
      'fell: The victim "bob.stone@example.com" was logged in.',
      'held: Exactly the name of the message, "somebody else", was logged in; it is not the victim\'s.',
    ]);
  });

  test('a page that shows another name of the person', async () => {
    const home: ToyBehaviour['home'] = (who) =>
      who === undefined ? toLogin() : page(`<p>Hello, ${who.startsWith('bob') ? 'Bob' : 'Alice'}</p>`);
    expect((await run(home))[0]).toBe('fell: The victim "Bob" was logged in.');
  });

  test('JSON at the protected address that was configured', async () => {
    const home: ToyBehaviour['home'] = (who, url) => {
      if (url.pathname !== '/me') return page('<p>Welcome.</p>');
      return who === undefined ? new Response('', { status: 401 }) : Response.json({ user: who });
    };
    expect((await run(home, { protectedUrl: `${origin}/me` }))[0]).toMatch(/^fell: The victim/);
  });

  test.each<[string, NonNullable<ToyBehaviour['home']>]>([
    ['a page that everybody may see and that names nobody', () => page('<p>Welcome.</p>')],
    [
      'a page that lists everybody',
      (who) =>
        who === undefined
          ? toLogin()
          : page('<p>alice.wong@example.com Alice Wong bob.stone@example.com Bob Stone</p>'),
    ],
    [
      'a page that names both without a login',
      (who) => page(`<p>${who ?? 'alice.wong@example.com bob.stone@example.com Alice Wong Bob Stone'}</p>`),
    ],
    ['a page that leads to the login again', () => toLogin()],
  ])('%s is none', async (_title, home) => {
    const list = await run(home);
    expect(list[0]).toMatch(/^inconclusive: The control before it failed: no page tells who is logged in/);
  });
});

describe('an oracle that is configured', () => {
  test('what it calls the two is learnt from two logins', async () => {
    const toy = openToy();
    const whoami: NonNullable<UnprovedTarget['whoami']> = async (jar) => {
      const name = await toy.target.whoami(jar);
      return name === undefined ? undefined : `user:${name.length}`;
    };
    const { results } = await tryAttacks({ target: { ...toy.target, mode: 'real', whoami }, attacks, keys });
    expect(results[0]?.says).toBe('The victim "user:21" was logged in.');
  });

  test('one that calls both the same gives no verdicts', async () => {
    const toy = openToy();
    const whoami: NonNullable<UnprovedTarget['whoami']> = async (jar) =>
      (await toy.target.whoami(jar)) === undefined ? undefined : 'Welcome';
    const { results } = await tryAttacks({ target: { ...toy.target, mode: 'real', whoami }, attacks, keys });
    expect(results[0]?.says).toBe('The control before it failed: attacker and victim show the same name.');
  });

  test('one that names nobody gives no verdicts', async () => {
    const toy = openToy();
    const target = { ...toy.target, mode: 'real' as const, whoami: async () => undefined };
    const { results } = await tryAttacks({ target, attacks, keys });
    expect(results[0]?.says).toContain('whoami names nobody');
  });
});
