import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Canary, openCanary } from '../../../harness/drivers/http/canary.ts';
import type { RefusalTarget } from '../../../harness/flows/refusals/target.ts';
import type { Mutation } from '../../../harness/model/mutation.ts';
import type { WeaknessId } from '../../../harness/model/weaknesses.ts';
import { mutations } from '../../../harness/mutations/index.ts';
import { makeRefusalKeys, type RefusalKeys } from '../../../suites/refusals/keys.ts';
import {
  arrangeServiceProvider,
  type ServiceProviderTarget,
} from '../../../suites/refusals/service-provider.ts';
import { tryAttacks } from '../../../suites/refusals/try-attacks.ts';
import { createControlClient } from '../../core/control-client.ts';
import { createServiceProvider } from '../double.ts';
import {
  acsUrl,
  alice,
  type Browser,
  bob,
  entityId,
  factsOf,
  type Keys,
  makeKeys,
  openWorld,
  sign,
  start,
  type World,
  writeResponse,
} from '../testing/world.test-helper.ts';
import { spWeaknesses } from './weaken.ts';

const ids = Object.keys(spWeaknesses) as WeaknessId[]; // the keys of that very object
const attacks = mutations.filter(({ attack }) => attack?.against === 'sp');

/** What this double does not do. */
const beyond = ['sts', 'identity-pool', 'artifact'];

/** The attack that shows a weakness best: one that needs it alone, and is not told by the time of an answer. */
function attackFor(id: WeaknessId): Mutation | undefined {
  const cost = ({ attack }: Mutation) =>
    (attack?.weakness.length ?? 0) + (attack?.watch === 'answer-time' ? 10 : 0);
  return attacks
    .filter(({ attack }) => attack?.weakness.includes(id))
    .filter(({ attack }) => !attack?.needs?.some((need) => beyond.includes(need)))
    .sort((a, b) => cost(a) - cost(b))[0];
}

describe('each weakness', () => {
  let keys: RefusalKeys;
  let canary: Canary;
  const worlds = new Map<string, ServiceProviderTarget>();
  beforeAll(async () => {
    keys = await makeRefusalKeys(Date.now());
    canary = await openCanary();
    for (const signed of ['assertion', 'response'] as const) {
      const double = createServiceProvider();
      const access = { send: double.fetch, control: createControlClient(double.control) };
      const world = await arrangeServiceProvider(keys, access, signed);
      worlds.set(signed, { ...world, target: { ...world.target, secondNode: double.join().fetch } });
    }
  });
  afterAll(() => canary[Symbol.asyncDispose]());

  const outcome = async (target: RefusalTarget, attack: Mutation) => {
    const { results } = await tryAttacks({ target, attacks: [attack], keys, canary });
    return results[0]?.outcome;
  };

  it.each(ids)(
    '%s lets in what the strict one refuses',
    async (id) => {
      const attack = attackFor(id);
      if (attack?.attack === undefined) throw new Error(`No attack is about "${id}".`);
      const needsResponse = attack.attack.needs?.includes('signed-response') === true;
      const world = worlds.get(needsResponse ? 'response' : 'assertion');
      if (world === undefined) throw new Error('There is no such world.');
      expect(await outcome(world.target, attack)).toBe('held');
      // Whoever was let in with a name of their own has an account now.
      await world.client.putPeople({ nameIds: [], provision: 'anyone' });
      await world.weaken(attack.attack.weakness);
      try {
        expect(await outcome(world.target, attack)).toBe(
          attack.attack.advisory === undefined ? 'fell' : 'warned',
        );
        // Where an attack needs several, each of them is needed.
        if (attack.attack.weakness.length > 1) {
          await world.weaken(attack.attack.weakness.filter((one) => one !== id));
          expect(await outcome(world.target, attack)).toBe('held');
        }
      } finally {
        await world.weaken([]);
      }
    },
    60_000,
  );
});

describe('with one weakness only, nothing else gets in', () => {
  let keys: Keys;
  let world: World;
  beforeAll(async () => {
    keys = await makeKeys();
    world = openWorld(keys);
  });

  const hours = (count: number) => new Date(start + count * 3_600_000).toISOString();
  const signed = (xml: string) => sign(xml, 'Assertion', keys.idp);
  /** Wrong messages, with the weaknesses that let them in. */
  const wrong: Readonly<Record<string, { finish: (xml: string) => string; by: readonly WeaknessId[] }>> = {
    "a stranger's": {
      finish: (xml) => sign(xml, 'Assertion', keys.stranger),
      by: ['keyinfo-trusted', 'value-not-verified'],
    },
    unsigned: { finish: (xml) => xml, by: ['signature-not-required'] },
    changed: { finish: (xml) => signed(xml).replace(`>${alice}<`, `>${bob}<`), by: ['digest-not-compared'] },
    'wrapped, the evil one first': {
      finish: (xml) =>
        signed(xml).replace(
          /<saml:Assertion.*<\/saml:Assertion>/,
          (one) =>
            one
              .replace(/<ds:Signature.*<\/ds:Signature>/, '')
              .replace('ID="_a', 'ID="_e')
              .replace(alice, bob) + one,
        ),
      // Of two the last one is read, which is the genuine one.
      by: ['any-signature-counts', 'unsigned-parts-read', 'several-assertions-accepted'],
    },
    expired: {
      finish: (xml) =>
        signed(
          xml.replace(/(<saml:Conditions )[^>]*/, `$1NotBefore="${hours(-4)}" NotOnOrAfter="${hours(-3)}"`),
        ),
      by: ['conditions-time-not-checked'],
    },
    "another provider's": {
      finish: (xml) =>
        signed(xml.replace(`<saml:Audience>${entityId}`, '<saml:Audience>https://else.example')),
      by: ['audience-not-checked'],
    },
    'for another address': {
      finish: (xml) => signed(xml.replace(`Recipient="${acsUrl}"`, 'Recipient="https://else.example/acs"')),
      by: ['recipient-not-checked'],
    },
    'a failure': {
      finish: (xml) => signed(xml.replace('status:Success', 'status:Responder')),
      by: ['status-not-checked'],
    },
    'an answer to nothing': {
      finish: (xml) => signed(xml.replace(/InResponseTo="[^"]*"/g, 'InResponseTo="_never"')),
      by: ['in-response-to-not-checked'],
    },
  };

  const send = async (browser: Browser, finish: (xml: string) => string) => {
    const { requestId, relayState } = await world.begin(browser);
    return world.deliver(browser, finish(writeResponse(factsOf(start, requestId))), relayState);
  };

  it.each(ids)(
    '%s',
    async (id) => {
      await world.client.setWeaknesses([id]);
      const letIn: string[] = [];
      const expected: string[] = [];
      for (const [name, { finish, by }] of Object.entries(wrong)) {
        const browser = world.openBrowser();
        await send(browser, finish);
        if ((await world.client.sessions()).length > 0) letIn.push(name);
        if (by.includes(id)) expected.push(name);
        await world.client.restart();
      }
      expect(letIn).toEqual(expected);
      // And it is still a service provider.
      const genuine = world.openBrowser();
      await send(genuine, signed);
      expect((await world.client.sessions()).map(({ nameId }) => nameId)).toEqual([alice]);
      await world.client.restart();
    },
    60_000,
  );
});

describe('attacks', () => {
  it('are about weaknesses that this double can have', () => {
    const named = new Set(attacks.flatMap(({ attack }) => attack?.weakness ?? []));
    expect([...named].filter((id) => !ids.includes(id))).toEqual(['artifact-not-checked']);
  });
});
