import { selectText } from '../../harness/drivers/http/select.ts';
import type { Confirmed, IdpTarget, Launch } from '../../harness/flows/refusals/idp/idp-target.ts';
import type { BrowserPort, Visit } from '../../harness/flows/refusals/ports.ts';
import type { AttackPerson } from '../../harness/model/attack.ts';
import type { PhonePlan } from '../../harness/model/phone.ts';
import type { WeaknessId } from '../../harness/model/weaknesses.ts';
import { NAMEID } from '../../harness/saml/namespaces.ts';
import { createClock } from '../../mocks/core/clock.ts';
import { createControlClient } from '../../mocks/core/control-client.ts';
import { createIds } from '../../mocks/core/ids.ts';
import { createSigningKey } from '../../mocks/core/keys.ts';
import { createIdpClient, type IdpClient } from '../../mocks/idp/client.ts';
import { createIdp } from '../../mocks/idp/double.ts';
import { createIdpKeys } from '../../mocks/idp/main-config.ts';
import { type AttackPhone, openPhone, type Sent } from './idp-phone.ts';
import { people } from './people.ts';

const origin = 'https://acme.1kosmos.net';
const sp = {
  entityId: 'https://sp.countersign.test/metadata',
  acsUrl: 'https://sp.countersign.test/acs',
} as const;
const otherSp = {
  entityId: 'https://other-sp.countersign.test/metadata',
  acsUrl: 'https://other-sp.countersign.test/acs',
} as const;
const nobody = 'nobody@attacker.example';

export interface IdpDoubleTarget {
  readonly target: IdpTarget;
  readonly client: IdpClient;
  /** Exactly these safeguards are missing from now on; none again for the strict one. */
  readonly weaken: (weaknesses: readonly WeaknessId[]) => Promise<void>;
}

/** The identity provider double in this process as a target. @param signsRequests whether it demands signed requests */
export async function openIdpTarget(now: number, signsRequests: boolean): Promise<IdpDoubleTarget> {
  const clock = createClock();
  const double = createIdp(
    { users: [people.self, people.victim].map(toUser), applications: applications() },
    { clock, ids: createIds(), keys: await createIdpKeys(now) },
  );
  const control = createControlClient(double.control);
  const client = createIdpClient(control);
  const key = await makeRequestKey(now);
  // Known in either case: a signature that is there counts, also where none is demanded.
  await client.changeApplication('refusals', {
    requireSignedRequests: signsRequests,
    requestCertificates: [key.certificateDer],
  });
  const phones = await openPhones(client, double.fetch);
  const target: IdpTarget = {
    name: `Identity provider like 1Kosmos${signsRequests ? ', with signed requests' : ''} (double)`,
    mode: 'double',
    entityId: `${origin}/saml`,
    ssoUrl: `${origin}/saml/sso`,
    origins: [origin],
    sp: { ...sp, nameIdFormat: NAMEID.emailAddress, ...(signsRequests ? { key } : {}) },
    otherSp,
    ...people,
    isLoginPage: ({ text, status }) => status === 200 && selectText(text, '#qr-text') !== undefined,
    confirm: (browser, page, who, plan) => confirm({ browser, page, who, plan, phones, client, clock }),
    launch: (what) => launch(client, what),
    resetClock: async () => {
      await client.setClock(0);
    },
    restart: async () => {
      await client.restart();
    },
    lastRefusal: async () => {
      const events = await control.get<readonly { type: string; reason?: string }[]>('/events');
      return events.findLast(({ reason }) => reason !== undefined)?.reason;
    },
    can: ['phone'],
    send: double.fetch,
  };
  return {
    target,
    client,
    weaken: async (weaknesses) => {
      await client.setWeaknesses(weaknesses);
    },
  };
}

function toUser({ nameId, attributes }: AttackPerson) {
  return {
    email: nameId,
    firstName: attributes.first_name?.[0] ?? '',
    lastName: attributes.last_name?.[0] ?? '',
  };
}

function applications() {
  const shared = { accessUrl: 'https://sp.countersign.test/', claims: [{ name: 'email', value: 'email' }] };
  return [
    { ...shared, id: 'refusals', name: 'Refusals', ...sp },
    { ...shared, id: 'other', name: 'Other application', ...otherSp },
    {
      ...shared,
      id: 'not-assigned',
      name: 'Not assigned',
      ...sp,
      entityId: `${sp.entityId}/not-assigned`,
      assignedUsers: [],
    },
    {
      ...shared,
      id: 'other-tenant',
      name: 'Of another tenant',
      ...sp,
      entityId: `${sp.entityId}/other-tenant`,
      tenant: 'other',
    },
  ];
}

async function makeRequestKey(now: number) {
  const day = 86_400_000;
  return createSigningKey({
    commonName: 'Countersign refusals service provider',
    notBefore: new Date(now - day),
    notAfter: new Date(now + 365 * day),
  });
}

type Phones = ReadonlyMap<string, AttackPhone>;

async function openPhones(client: IdpClient, send: IdpTarget['send']): Promise<Phones> {
  const phones = new Map<string, AttackPhone>();
  for (const { nameId } of [people.self, people.victim])
    phones.set(nameId, await openPhone(origin, send, nameId, await client.createEnrolmentCode(nameId)));
  // In no directory: the attacker made it.
  phones.set(nobody, await openPhone(origin, send, people.self.nameId, undefined));
  return phones;
}

interface Confirmation {
  readonly browser: BrowserPort;
  readonly page: Visit;
  readonly who: AttackPerson;
  readonly plan: Partial<PhonePlan>;
  readonly phones: Phones;
  readonly client: IdpClient;
  readonly clock: { readonly offsetMs: () => number };
}

/** The owner scans what the browser shows, matches the number and approves, but for what the plan says differently. */
async function confirm(given: Confirmation): Promise<Confirmed> {
  const { browser, who, plan, phones, client, clock } = given;
  const page = await showCode(browser, given.page);
  const id = loginIdOf(page);
  const relayed = plan.screen === 'relayed';
  const owner = plan.owner ?? (relayed ? people.victim.nameId : who.nameId);
  const phone = phones.get(owner);
  if (phone === undefined) throw new Error(`There is no phone of "${owner}".`);
  const wait = async (before: 'scan' | 'answer' | 'end') => {
    if (plan.wait?.before === before) await client.setClock(clock.offsetMs() + plan.wait.ms);
  };
  const end = async (repeated: readonly number[]) => {
    await wait('end');
    const visit = await browser.visit(new Request(`${origin}/login/complete?id=${id}`));
    return { visit, repeated };
  };
  await wait('scan');
  const qr = selectText(page.text, '#qr-text') ?? '';
  const scanned = await phone.scan(qr);
  const again = plan.again === 'scan' && scanned.answer !== undefined ? [(await phone.scan(qr)).status] : [];
  if (scanned.answer === undefined || plan.outcome === 'none') return end(again);
  const shown = selectText(page.text, '#match-number');
  // Whoever scans a relayed code looks at a page of their own, or at none, and does not see this number.
  const others = scanned.answer.numbers.filter((number) => number !== shown);
  const number = plan.number === 'other' || relayed ? others[0] : shown;
  await wait('answer');
  const sent: Sent = await phone.answer(scanned.answer, {
    plan: { outcome: plan.outcome ?? 'approve', biometric: plan.biometric ?? 'touch-id', ...tamperOf(plan) },
    number,
    other: people.victim.nameId,
  });
  const repeated = plan.again === 'answer' && sent.status === 200 ? [await phone.repeat(sent)] : again;
  return end(repeated);
}

function tamperOf({ tamper }: Partial<PhonePlan>): Pick<PhonePlan, 'tamper'> {
  return tamper === undefined ? {} : { tamper };
}

/** The code that the browser shows; after a wrong answer it asks for a new one, as its person would. */
async function showCode(browser: BrowserPort, page: Visit): Promise<Visit> {
  if (selectText(page.text, '#qr-text') !== undefined) return page;
  return browser.visit(new Request(`${origin}/login?id=${loginIdOf(page)}`));
}

function loginIdOf({ url, text }: Visit): string {
  return new URL(url).searchParams.get('id') ?? /\/login\?id=([\w-]+)/.exec(text)?.[1] ?? '';
}

async function launch(client: IdpClient, what: Launch): Promise<{ url: string; undo: () => Promise<void> }> {
  const application = {
    'application-not-assigned': 'not-assigned',
    'application-of-other-tenant': 'other-tenant',
    'person-disabled': 'refusals',
  }[what];
  const url = `${origin}/saml/launch/${application}`;
  if (what !== 'person-disabled') return { url, undo: async () => undefined };
  const user = toUser(people.self);
  await client.putUser({ ...user, enabled: false });
  return {
    url,
    undo: async () => {
      await client.putUser({ ...user, enabled: true });
    },
  };
}
