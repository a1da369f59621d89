import { beforeAll, describe, expect, test } from 'vitest';
import type { Attack } from '../../harness/model/attack.ts';
import { defineMutation, type Mutation, type MutationChange } from '../../harness/model/mutation.ts';
import { makeRefusalKeys, type RefusalKeys } from './keys.ts';
import { openToy, type Toy, type ToyBehaviour } from './toy-target.test-helper.ts';
import { tryAttacks } from './try-attacks.ts';

let keys: RefusalKeys;
beforeAll(async () => {
  keys = await makeRefusalKeys(Date.now());
});

const nameVictim: MutationChange = {
  on: 'response',
  apply: (xml, { self, victim }) => xml.replaceAll(self.nameId, victim.nameId),
};
const mark = (text: string): MutationChange => ({ on: 'response', apply: (xml) => `${xml}<!-- ${text} -->` });

function attack(
  id: string,
  change: MutationChange,
  more: Partial<Attack> = {},
  safe: Mutation['safe'] = 'refuses',
) {
  return defineMutation({
    id: `toy/${id}`,
    title: id,
    stage: 'after-signing',
    change,
    breaks: [],
    hostile: true,
    safe,
    refs: [],
    attack: { against: 'sp', mechanism: 'for tests', weakness: ['signature-not-required'], ...more },
  });
}

async function outcomes(toy: Toy, attacks: readonly Mutation[], batchSize?: number) {
  const { results, controls } = await tryAttacks({
    target: toy.target,
    attacks,
    keys,
    stopwatch: toy.stopwatch,
    ...(batchSize === undefined ? {} : { batchSize }),
  });
  return { results, controls, list: results.map(({ outcome, says }) => `${outcome}: ${says}`) };
}

const refusing = (text: string): ToyBehaviour => ({ accepts: (xml) => !xml.includes(text) });

describe('who is logged in decides', () => {
  test.each([
    [
      'the victim: fell',
      {},
      attack('a', nameVictim),
      'fell: The victim "bob.stone@example.com" was logged in.',
    ],
    [
      'the victim is never safe',
      {},
      attack('a', nameVictim, {}, 'genuine-user'),
      'fell: The victim "bob.stone@example.com" was logged in.',
    ],
    ['nobody: held', refusing('evil'), attack('a', mark('evil')), 'held: Nobody was logged in.'],
    [
      'the attacker, where the message must be refused: fell',
      {},
      attack('a', mark('x')),
      'fell: "alice.wong@example.com" was logged in by a message that must be refused.',
    ],
    [
      'the attacker, where the genuine part may be taken: held',
      {},
      attack('a', mark('x'), {}, 'genuine-user'),
      'held: Only the genuine person "alice.wong@example.com" was logged in.',
    ],
    [
      'a third name, where it must be refused: fell',
      {},
      attack('a', { on: 'response', apply: (xml) => xml.replaceAll('alice.wong', 'al') }),
      'fell: A third name, "al@example.com", was logged in by a message that must be refused.',
    ],
  ])('%s', async (_title, behaviour, mutation, expected) => {
    const { list } = await outcomes(openToy(behaviour), [mutation]);
    expect(list).toEqual([expected]);
  });
});

describe('verdicts only between controls', () => {
  const attacks = ['a', 'b', 'c', 'd'].map((id) => attack(id, mark(`evil ${id}`)));

  test('a target that refuses everything gives none', async () => {
    const { results, controls } = await outcomes(openToy({ accepts: () => false }), attacks);
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('inconclusive'));
    expect(results[0]?.says).toContain('ended with nobody logged in (answer 403');
    expect(controls.failed).toBe(controls.made);
  });

  test('a target that is down gives none, with the reason', async () => {
    const down = () => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
    };
    const { results } = await outcomes(openToy({ before: down }), attacks);
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('inconclusive'));
    expect(results[3]?.says).toContain('fetch failed: connect ECONNREFUSED');
  });

  test('a target that is down is not asked again and again', async () => {
    const toy = openToy({ accepts: () => false });
    await outcomes(
      toy,
      Array.from({ length: 60 }, (_, index) => attack(`n${index}`, mark('x'))),
      5,
    );
    expect(toy.requests).toBeLessThan(10);
  });

  test('the attack that locks the account is named, and those after it are inconclusive too', async () => {
    let locked = false;
    const behaviour: ToyBehaviour = {
      accepts: (xml) => {
        locked ||= xml.includes('evil c');
        return !locked && !xml.includes('evil');
      },
    };
    const { results } = await outcomes(openToy(behaviour), attacks);
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('inconclusive'));
    // The lock was there before the attacks were done one by one, so that none of them can be named with certainty.
    expect(results[0]?.says).toContain('The control before it failed');
  });

  test('where a restart helps, the attack is named and the others get their verdicts', async () => {
    let broken = false;
    const toy = openToy({
      accepts: (xml) => {
        broken ||= xml.includes('evil c');
        return !broken && !xml.includes('evil');
      },
    });
    const restart = async () => {
      broken = false;
    };
    const { list } = await outcomes({ ...toy, target: { ...toy.target, restart } }, attacks);
    expect(list.map((text) => text.split(':')[0])).toEqual(['held', 'held', 'inconclusive', 'held']);
    expect(list[2]).toContain('A genuine login worked before this attack and not after it');
  });

  test('people whom the oracle cannot tell apart give none', async () => {
    const toy = openToy();
    const target = { ...toy.target, shownAs: { self: 'Welcome', victim: 'Welcome' } };
    const { list } = await outcomes({ ...toy, target }, attacks);
    expect(list[0]).toContain('attacker and victim show the same name');
  });

  test('an oracle that sees somebody in an empty browser gives none', async () => {
    const toy = openToy();
    const target = { ...toy.target, whoami: async () => 'alice.wong@example.com' };
    const { list } = await outcomes({ ...toy, target }, attacks);
    expect(list[0]).toContain('a browser that never logged in counts as "alice.wong@example.com"');
  });
});

describe('what cannot be tried', () => {
  test('a target that lacks what the attack is about is not applicable', async () => {
    const { list } = await outcomes(openToy(), [
      attack('a', mark('x'), { needs: ['restart', 'encryption'] }),
    ]);
    expect(list).toEqual([
      'not-applicable: The target cannot do what the attack is about: restart, encryption.',
    ]);
  });

  test('a defect of the attack is inconclusive, never held', async () => {
    const broken: MutationChange = {
      on: 'response',
      apply: () => {
        throw new RangeError('a slip');
      },
    };
    const { list } = await outcomes(openToy(), [attack('a', broken)]);
    expect(list).toEqual(['inconclusive: The attack could not be carried out: a slip.']);
  });
});

describe('copies at one instant', () => {
  const race = attack(
    'race',
    { on: 'order' },
    {
      watch: 'sessions',
      steps: [{ step: 'send', jar: 'own', message: 'forged', copies: 50 }],
    },
  );
  const once = (): ToyBehaviour => {
    const used = new Set<string>();
    return {
      accepts: (xml) => {
        const id = /<saml:Assertion[^>]* ID="([^"]+)"/.exec(xml)?.[1] ?? '';
        const isNew = !used.has(id);
        used.add(id);
        return isNew;
      },
    };
  };

  test('every session is counted', async () => {
    const { list } = await outcomes(openToy(), [race]);
    expect(list).toEqual(['fell: Of 50 copies sent at one instant, 50 began a session.']);
  });

  test('one is as it should be', async () => {
    const { list } = await outcomes(openToy(once()), [race]);
    expect(list).toEqual(['held: Of 50 copies sent at one instant, 1 began a session.']);
  });

  test('one session under a cookie that all copies share counts once', async () => {
    const toy = openToy({ ...once(), sharedSession: true });
    const prepared: RefusalTargetStart = async (jar) =>
      jar.fetch(new Request('https://toy.countersign.test/prepare'));
    const { list } = await outcomes(
      { ...toy, target: { ...toy.target, logOut: async (jar) => void (await prepared(jar)) } },
      [
        attack(
          'race',
          { on: 'order' },
          {
            watch: 'sessions',
            steps: [
              { step: 'log-out', jar: 'own' },
              { step: 'send', jar: 'own', message: 'forged', copies: 20 },
            ],
          },
        ),
      ],
    );
    expect(list).toEqual(['held: Of 20 copies sent at one instant, 1 began a session.']);
  });
});

type RefusalTargetStart = NonNullable<Toy['target']['start']>;

describe('replay', () => {
  const again = attack(
    'again',
    { on: 'order' },
    {
      steps: [
        { step: 'log-in', jar: 'own' },
        { step: 'send', jar: 'other', message: 'earlier' },
      ],
    },
  );
  const inOwn = attack(
    'in-own',
    { on: 'order' },
    {
      steps: [
        { step: 'log-in', jar: 'own' },
        { step: 'send', jar: 'own', message: 'earlier' },
      ],
    },
  );

  test('a second session of the attacker is a fall', async () => {
    const { list } = await outcomes(openToy(), [again]);
    expect(list[0]).toMatch(/^fell: "alice/);
  });

  test('the session that was there before is none', async () => {
    const { list } = await outcomes(openToy(), [inOwn]);
    expect(list).toEqual(['held: The session of "alice.wong@example.com" stayed as it was.']);
  });
});

describe('what else is watched', () => {
  const redirect = attack(
    'redirect',
    { on: 'relay-state', apply: () => 'https://evil.example/' },
    { watch: 'redirect' },
  );
  const markup = attack(
    'markup',
    { on: 'relay-state', apply: () => '"><script>x()</script>' },
    { watch: 'markup' },
  );
  const html = { headers: { 'content-type': 'text/html' } };

  test.each([
    ['an open redirect falls', redirect, (state: string) => Response.redirect(state, 302), 'fell'],
    [
      'a redirect within the target holds',
      redirect,
      () => new Response(null, { status: 302, headers: { location: '/' } }),
      'held',
    ],
    ['unescaped markup falls', markup, (state: string) => new Response(`<p>${state}</p>`, html), 'fell'],
    [
      'escaped markup holds',
      markup,
      (state: string) => new Response(`<p>${state.replaceAll('<', '&lt;')}</p>`, html),
      'held',
    ],
    ['text that is no page holds', markup, (state: string) => new Response(state), 'held'],
  ])('%s', async (_title, mutation, respond, expected) => {
    const answer = (form: URLSearchParams) => {
      const state = form.get('RelayState');
      return state === null ? undefined : respond(state);
    };
    const { results } = await outcomes(openToy({ answer }), [mutation]);
    expect(results[0]?.outcome).toBe(expected);
  });

  test.each([
    ['an answer many times as slow as a login falls', 3, 'fell'],
    ['one that was slow once holds', 1, 'held'],
    ['one as fast as a login holds', 0, 'held'],
  ])('%s', async (_title, times, expected) => {
    const slow = attack('slow', mark('bomb'), { watch: 'answer-time' }, 'unaffected');
    let left = times;
    const toy = openToy({
      before: async (request) => {
        const body = request.method === 'POST' ? await request.clone().text() : '';
        const xml = Buffer.from(new URLSearchParams(body).get('SAMLResponse') ?? '', 'base64').toString();
        if (!xml.includes('bomb') || left === 0) return;
        left -= 1;
        toy.later(10_000);
      },
    });
    const { results } = await outcomes(toy, [slow]);
    expect(results[0]?.outcome, results[0]?.says).toBe(expected);
  });
});
