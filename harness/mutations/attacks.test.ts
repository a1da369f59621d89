import { beforeAll, describe, expect, it } from 'vitest';
import type { AttackStep } from '../model/attack.ts';
import type { Mutation } from '../model/mutation.ts';
import { weaknesses } from '../model/weaknesses.ts';
import { decodeRedirectParameter } from '../saml/decode.ts';
import { type AttackWorld, attacks, families, makeAttackWorld } from './attack-world.test-helper.ts';

const mebibytes60 = 60_000_000;

/** Every attack beside its id, for titles. */
const named = attacks.map((attack) => [attack.id, attack] as const);

describe('attacks beyond signatures and keys', () => {
  let world: AttackWorld;
  let withSignedRequest: AttackWorld;
  beforeAll(async () => {
    world = await makeAttackWorld();
    withSignedRequest = await makeAttackWorld({ signRequests: true });
  });
  const worldOf = ({ attack }: Mutation) =>
    attack?.needs?.includes('signed-requests') === true ? withSignedRequest : world;

  it('are in every family', () => {
    const counts = families.map((family) => attacks.filter(({ id }) => id.startsWith(`${family}/`)).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(7);
    expect(attacks.length).toBeGreaterThanOrEqual(250);
  });

  it.each(named)('%s says what it is about', (id, { attack, hostile, refs, title }) => {
    expect(hostile).toBe(true);
    expect(refs).not.toEqual([]);
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(attack?.mechanism.trim()).toMatch(/^\p{Lu}[\s\S]*\.$/u);
    expect(attack?.against).toBe(id.startsWith('idp-request/') ? 'idp' : 'sp');
    expect(attack?.weakness.length).toBeGreaterThan(0);
    for (const weakness of attack?.weakness ?? []) expect(weaknesses).toHaveProperty(weakness);
  });

  it.each(named)('%s changes what is sent or when, always the same, within bounds', (_id, attack) => {
    const { genuine, forged } = worldOf(attack).forge(attack);
    if (attack.change.on === 'order') expect(attack.attack?.steps?.length).toBeGreaterThan(0);
    else expect(forged).not.toBe(genuine);
    expect(worldOf(attack).forge(attack).forged).toBe(forged);
    const isXml = attack.change.on === 'response';
    expect(forged.length * (isXml ? 4 / 3 : 1)).toBeLessThan(mebibytes60);
  });

  it.each(named)('%s is small until it is used', (_id, attack) => {
    const { change } = attack;
    expect(JSON.stringify(attack).length).toBeLessThan(5_000);
    if ('apply' in change) expect(String(change.apply).length).toBeLessThan(5_000);
  });

  it.each(named.filter(([, { attack }]) => attack?.steps !== undefined))(
    '%s does its steps in an order that can be done',
    (_id, { attack, change }) => {
      const { steps = [], needs = [] } = attack ?? {};
      expect(findImpossible(steps)).toEqual([]);
      const demands = steps.flatMap((one) => needOf(one) ?? []);
      expect(needs).toEqual(expect.arrayContaining([...new Set(demands)]));
      const sendsForged = steps.some((one) => 'message' in one && one.message.startsWith('forged'));
      if (change.on !== 'order') expect(sendsForged).toBe(true);
    },
  );

  it('changes no message of another kind than the party gets', () => {
    const forSp = ['response', 'response-parameter', 'relay-state', 'acs-request', 'order'];
    const forIdp = ['request', 'request-url', 'order'];
    for (const { id, attack, change } of attacks)
      expect(attack?.against === 'sp' ? forSp : forIdp, id).toContain(change.on);
  });

  it('names the victim wherever a safe target may log in the genuine person', () => {
    const withNames = attacks.filter(
      ({ safe, attack }) => safe === 'genuine-user' && (attack?.watch ?? 'identity') === 'identity',
    );
    expect(withNames.length).toBeGreaterThan(30);
    const { nameId } = world.context.victim;
    const silent = withNames.filter((attack) => !looseText(world.forge(attack).forged).includes(nameId));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

/** What a step takes for granted that no step before it brought about. */
function findImpossible(steps: readonly AttackStep[]): readonly string[] {
  return steps.flatMap((one, index) => {
    const before = steps.slice(0, index);
    const loggedIn = before.some(({ step }) => step === 'log-in');
    const started = (jar: string) => before.some((each) => each.step === 'start' && each.jar === jar);
    if (one.step === 'clock' && !loggedIn) return ['No assertion whose end the clock could go by.'];
    if (one.step === 'restore-cookies') {
      const ended = before.some(({ step }) => step === 'log-out' || step === 'send-logout');
      return ended ? [] : ['No log-out whose cookies could be put back.'];
    }
    if (one.step === 'send-logout' && !loggedIn) return ['No session to log out of.'];
    if (one.step === 'send-logout' && one.message === 'again')
      return before.some(({ step }) => step === 'send-logout') ? [] : ['No LogoutRequest to send again.'];
    if (one.step !== 'send') return [];
    if (one.message !== 'forged' && !loggedIn) return ['No earlier message.'];
    return one.madeFor === undefined || started(one.madeFor) ? [] : ['No request of that jar.'];
  });
}

function needOf(one: AttackStep): string | undefined {
  if (one.step === 'restart' || one.step === 'clock' || one.step === 'launch') return one.step;
  if (one.step === 'log-out') return 'log-out';
  if (one.step === 'send-logout') return 'single-logout';
  if (one.step === 'answer-phone') return 'phone';
  if (one.step !== 'send') return undefined;
  return one.to ?? (one.madeFor === undefined ? undefined : 'sp-initiated');
}

/** The text as a careless reader has it: decoded, folded, trimmed, without accents, markup and tricks. */
function looseText(text: string): string {
  const decoded = [...text.matchAll(/SAMLRe(?:sponse|quest)=([^&"]*)/g)].map(([, value = '']) => {
    const parameter = decodeURIComponent(value);
    return Buffer.from(parameter, 'base64').toString('utf8') + decodeRedirectParameter(parameter).text;
  });
  const plain = [text, ...decoded]
    .join('\n')
    .replace(/<\/?rest\b[^>]*>|<!\[CDATA\[|\]\]>/g, '')
    .replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)));
  const letters: Readonly<Record<string, string>> = {
    '\u0430': 'a',
    '\u0435': 'e',
    '\u043E': 'o',
    '\u0440': 'p',
    '*': 'o',
  };
  return plain
    .replace(/[\u0430\u0435\u043E\u0440*]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('+attacker@', '@');
}
