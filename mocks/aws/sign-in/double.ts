import type { Double } from '../../../harness/model/double.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { createIds } from '../../core/ids.ts';
import { createShelf } from '../../core/web/shelf.ts';
import type { AwsDeps } from '../iam/double.ts';
import { createAwsState } from '../iam/state.ts';
import { createSeenAssertions } from '../sts/seen.ts';
import { hostsOf } from './addresses.ts';
import { createSignInAudit } from './audit.ts';
import { type SignInConfig, signInBody } from './config.ts';
import type { ConsoleSession, Handoff } from './console-session.ts';
import { addSignInControlRoutes } from './control.ts';
import { addRoutes } from './public.ts';
import type { SignIn } from './state.ts';

/** A double of AWS sign-in for SAML federation, and of the console that it leads to. */
export function createSignIn(config: SignInConfig = {}, deps: AwsDeps = {}): Double {
  const { region, regions, settings, ...seed } = signInBody.parse(config);
  const { now, ids = createIds() } = deps;
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults('sp');
  const state = deps.state ?? createAwsState(seed, { now: clock.now, ids });
  const signIn: SignIn = {
    state,
    ids,
    now: clock.now,
    events,
    audit: createSignInAudit(region, clock.now),
    seen: createSeenAssertions(),
    handoffs: createShelf<Handoff>(clock.now, ids),
    sessions: createShelf<ConsoleSession>(clock.now, ids),
    region,
    settings,
  };
  const forget = () => {
    signIn.handoffs.clear();
    signIn.sessions.clear();
  };
  const control = createControl({
    name: 'sign-in',
    clock,
    events,
    faults,
    reset: () => {
      state.reset();
      forget();
      signIn.seen.clear();
      signIn.audit.clear();
      signIn.settings = settings;
    },
    restart: forget,
    state: () => ({ region, regions, settings: signIn.settings, sessions: signIn.sessions.list().length }),
    routes: (app) => addSignInControlRoutes(app, signIn),
  });
  return {
    name: 'sign-in',
    hosts: hostsOf({ regions: [region, ...regions] }),
    fetch: createApp({ events, faults, routes: (app) => addRoutes(app, signIn) }),
    control: async (request) => control.fetch(request),
  };
}
