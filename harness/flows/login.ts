import type { Browser, BrowserContext, Page } from 'playwright';
import type { OutcomeRecord, PhoneRecord, PortalRecord, ReplayRecord } from '../model/records.ts';
import { type Interception, openContext, watchPost } from './browser-context.ts';
import { createJourney, type Journey } from './journey.ts';
import { findShown, readText, waitForAny, watchNetworkChanges } from './look.ts';
import { openPage } from './open-page.ts';
import type { DeepLink, IdentityProviderPort, LoginDriver, ServiceProviderPort } from './ports.ts';
import { replayResponse } from './replay.ts';

/** What a login journey is to do. */
export interface LoginPlan {
  readonly initiatedBy: 'sp' | 'idp';
  /** What the person types at the service provider's first page. */
  readonly userName: string;
  readonly expected: OutcomeRecord['expected'];
  readonly deepLink?: DeepLink;
  /** Whether the home page is opened after the deep link, to read what it shows. */
  readonly homeAfterDeepLink: boolean;
  /** Ways to send the very response again after the login. */
  readonly replays: readonly ReplayRecord['attempts'][number]['how'][];
  readonly signOut: boolean;
}

export interface LoginContext {
  readonly browser: Browser;
  readonly idp: IdentityProviderPort;
  readonly sp: ServiceProviderPort;
  readonly login: LoginDriver;
  readonly interceptions: readonly Interception[];
  /** Called with every browser context before its first page, so that it can be recorded. */
  readonly onContext: (context: BrowserContext) => void;
  /** Called with the journey's page before it navigates. */
  readonly onPage: (page: Page) => Promise<void>;
  /** Called when the login itself is over, before replays, and at the latest before the browsers close. */
  readonly onTrafficEnd: () => Promise<void>;
  readonly onStep: (name: string) => void;
  readonly now: () => number;
  /** How long one page may take, in milliseconds. */
  readonly patienceMs: number;
}

/** Waits until one of these selectors is shown on the journey's page, as long as a page may take; says which. */
type Wait = (selectors: readonly string[]) => Promise<string>;

/** All that the journey saw beside the traffic. */
export interface LoginSight {
  readonly journey: Journey;
  readonly idpMetadata?: string;
  readonly spMetadata?: string;
  readonly phone?: PhoneRecord;
  readonly outcome?: OutcomeRecord;
  readonly portal?: PortalRecord;
  readonly replays?: ReplayRecord;
  readonly brokeOff?: { readonly step: string; readonly why: string };
}

/**
 * One login in a real browser: from the portal or from the provider's tile, through the login page, to whatever page
 * it ends on; then, if planned, the same response sent again, and sign-out. Whatever goes wrong, what was seen comes back.
 */
export async function runLogin(plan: LoginPlan, context: LoginContext): Promise<LoginSight> {
  const journey = createJourney(context.now, context.onStep);
  const seen: { -readonly [K in keyof Omit<LoginSight, 'journey'>]: LoginSight[K] } = {};
  const browsers: BrowserContext[] = [];
  try {
    await journey.step('Collect metadata', async () => {
      seen.idpMetadata = await context.idp.metadata();
      seen.spMetadata = await context.sp.metadata();
    });
    const own = await openContext(context, browsers, context.interceptions);
    const posted = watchPost(own, context.sp.acsUrl);
    const page = await own.newPage();
    const networkChanged = watchNetworkChanges(page);
    const wait: Wait = (selectors) => waitForAny(page, selectors, context.patienceMs, networkChanged);
    page.setDefaultTimeout(context.patienceMs);
    await context.onPage(page);
    await startLogin(plan, context, journey, page);
    await answerLogin(plan, context, journey, page, wait, browsers, (phone) => {
      if (phone !== undefined) seen.phone = phone;
    });
    await journey.step('Arrive', () => arrive(context, page, wait));
    seen.outcome = await readOutcome(plan, context, browsers, page);
    await journey.photograph(page, describeEnd(seen.outcome.actual));
    if (seen.outcome.actual === 'signed-in')
      seen.portal = await journey.step('Read the portal', () => readPortal(plan, context, page));
    if (plan.signOut && seen.portal !== undefined) {
      const portal = seen.portal;
      seen.portal = await journey.step('Sign out', () => signOut(context, own, page, portal));
    }
    if (plan.replays.length > 0) {
      await context.onTrafficEnd();
      seen.replays = await journey.step('Send the response again', () =>
        replayResponse(plan.replays, context, posted(), own, () => openContext(context, browsers, [])),
      );
    }
  } catch (error) {
    const failed = journey.steps.findLast((step) => step.failure !== undefined);
    seen.brokeOff = { step: failed?.name ?? 'Start', why: firstLines((error as Error).message) };
    await photographAll(journey, browsers);
  } finally {
    await context.onTrafficEnd();
    await Promise.all(browsers.map((one) => one.close()));
  }
  return { journey, ...seen };
}

async function startLogin(
  plan: LoginPlan,
  context: LoginContext,
  journey: Journey,
  page: Page,
): Promise<void> {
  if (plan.initiatedBy === 'idp') {
    await journey.step('Open the tile at the identity provider', () =>
      openPage(page, context.idp.startUrl(plan.deepLink?.url)),
    );
    return;
  }
  await journey.step('Open the access portal', () =>
    openPage(page, plan.deepLink?.url ?? context.sp.startUrl),
  );
  await journey.step('Enter the user name', () => context.sp.begin(page, plan.userName));
}

async function answerLogin(
  plan: LoginPlan,
  context: LoginContext,
  journey: Journey,
  page: Page,
  wait: Wait,
  browsers: BrowserContext[],
  keep: (phone: PhoneRecord | undefined) => void,
): Promise<void> {
  const { idp, sp, patienceMs } = context;
  const shown = await journey.step('Wait for the login page', () =>
    wait([idp.login, idp.refusal, sp.screens.refusal]),
  );
  if (shown !== idp.login) return;
  await journey.step('Answer the login page', async () =>
    keep(
      await context.login(page, {
        photograph: journey.photograph,
        waitFor: async (looked, selector) => {
          await waitForAny(looked, [selector], patienceMs);
        },
        readText,
        openElsewhere: async () => {
          const other = await openContext(context, browsers, []);
          const elsewhere = await other.newPage();
          await startLogin({ ...plan, initiatedBy: plan.initiatedBy }, context, silent(journey), elsewhere);
          return elsewhere;
        },
      }),
    ),
  );
}

/** A second browser's steps are not steps of the journey. */
function silent(journey: Journey): Journey {
  return { ...journey, step: (_name, act) => act() };
}

/** Waits for a page on which a login ends. */
async function arrive(context: LoginContext, page: Page, wait: Wait): Promise<void> {
  const { screens, between } = context.sp;
  const ends = [screens.home, screens.refusal, screens.destination, context.idp.refusal];
  if (between === undefined) return void (await wait(ends));
  const shown = await wait([between.selector, ...ends]);
  if (shown !== between.selector) return;
  await between.act(page);
  await wait(ends);
}

async function readOutcome(
  plan: LoginPlan,
  context: LoginContext,
  [own, ...others]: readonly BrowserContext[],
  page: Page,
): Promise<OutcomeRecord> {
  const { sp, idp } = context;
  if (own === undefined) throw new Error('No browser was opened.');
  const who = await sp.whoami(own);
  const refusal = await findShown(page, [idp.refusal, sp.screens.refusal]);
  const actual =
    refusal === idp.refusal
      ? 'refused-by-idp'
      : refusal === sp.screens.refusal
        ? 'refused-by-sp'
        : who === undefined
          ? 'stuck'
          : 'signed-in';
  const auditReason = actual === 'refused-by-sp' ? await sp.lastRefusal() : undefined;
  return {
    expected: plan.expected,
    actual,
    ...(who === undefined ? {} : { who }),
    url: page.url(),
    pageText: (await visibleText(page)).slice(0, 2_000),
    ...(auditReason === undefined ? {} : { auditReason }),
    ...(others.length === 0 ? {} : { elsewhere: await whoIsElsewhere(context, others) }),
    sessionLeft: { idp: await idp.hasSession(own), sp: who !== undefined },
  };
}

/** Each other browser is let on, as its owner would: to where its own login ends, then to the first page. */
async function whoIsElsewhere(
  context: LoginContext,
  others: readonly BrowserContext[],
): Promise<readonly string[]> {
  const { sp, idp, patienceMs } = context;
  const ends = [sp.screens.home, sp.screens.refusal, idp.refusal];
  const names: string[] = [];
  for (const other of others) {
    for (const page of other.pages()) {
      // The page moves on by itself when the phone has answered; to go elsewhere at that moment would be interrupted.
      await waitForAny(page, ends, patienceMs).catch(() => undefined); // it still waits: nobody answered
      await openPage(page, sp.startUrl);
    }
    const who = await sp.whoami(other);
    if (who !== undefined) names.push(who);
  }
  return names;
}

async function readPortal(plan: LoginPlan, context: LoginContext, page: Page): Promise<PortalRecord> {
  const { sp } = context;
  const reached = page.url();
  if (plan.deepLink !== undefined && plan.homeAfterDeepLink) await openPage(page, sp.startUrl);
  const home = await sp.readHome(page);
  const deepLink = plan.deepLink === undefined ? {} : { deepLink: { wanted: plan.deepLink.wanted, reached } };
  return { ...home, url: page.url(), ...deepLink };
}

async function signOut(
  context: LoginContext,
  own: BrowserContext,
  page: Page,
  portal: PortalRecord,
): Promise<PortalRecord> {
  const cookies = await own.cookies();
  await context.sp.signOut(page);
  // The old cookies come back, as they would from a copy of them: only the provider can have ended the session.
  await own.addCookies(cookies);
  const sessionStillWorks = (await context.sp.whoami(own)) !== undefined;
  return { ...portal, signedOut: { sessionStillWorks } };
}

async function photographAll(journey: Journey, browsers: readonly BrowserContext[]): Promise<void> {
  const pages = browsers.flatMap((one) => one.pages());
  for (const page of pages)
    await journey.photograph(page, 'The page on which the journey broke off').catch(() => undefined);
}

/** The text as a person sees it: scripts, styles and what is hidden left out. */
function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

function describeEnd(actual: OutcomeRecord['actual']): string {
  return {
    'signed-in': 'The page after the login',
    'refused-by-idp': 'The page on which the identity provider refuses',
    'refused-by-sp': 'The page on which the service provider refuses',
    stuck: 'The page on which the login got stuck',
  }[actual];
}

function firstLines(text: string): string {
  return text.split('\n').slice(0, 3).join(' ').slice(0, 400);
}
