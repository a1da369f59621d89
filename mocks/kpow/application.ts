import type { Hono } from 'hono';
import type { Double } from '../../harness/model/double.ts';
import type { Ids } from '../core/ids.ts';
import { createServiceProvider } from '../sp/double.ts';
import type { SpKeys } from '../sp/metadata.ts';
import { sessionOf } from '../sp/public.ts';
import type { State } from '../sp/state.ts';
import { audience, type Settings } from './environment.ts';
import { homePage } from './pages/home-page.ts';
import { plainPage } from './pages/plain-page.ts';
import { personOf } from './person.ts';

export interface ApplicationDeps {
  readonly now: () => number;
  readonly ids: Ids;
  readonly keys: SpKeys;
}

const metadataPath = '/metadata';

/** Kpow once it has started: the service provider double, with Kpow's settings, pages and its /me. */
export function startApplication(settings: Settings, { now, ids, keys }: ApplicationDeps): Double {
  const { acsUrl, rbac, sessionMs } = settings;
  return createServiceProvider(
    {
      name: 'Kpow',
      origin: acsUrl.origin,
      // What the assertion must be meant for. The requests name the relying party: see issueAs.
      entityId: audience,
      paths: { acs: acsUrl.pathname, metadata: metadataPath },
      settings: {
        // The guide leaves the start URL empty: logins may begin at the portal's tile.
        allowUnsolicited: true,
        // Which signature Kpow wants is not public; IAM Identity Center signs the Response.
        wantAssertionsSigned: false,
        nameIdFormat: null,
        sessionMs,
      },
      idps: [{ metadata: settings.metadata }],
    },
    {
      name: 'kpow',
      now,
      ids,
      keys,
      pages: { protected: (session, facts) => homePage(session, personOf(session, rbac), rbac, facts) },
      routes: (app, getState) => addRoutes(app, getState, settings),
    },
  );
}

function addRoutes(app: Hono, getState: () => State, { rbac }: Settings): void {
  app.get('/me', (c) => {
    const session = sessionOf(c, getState());
    if (session === undefined) return c.json({ error: 'Nobody is signed in.' }, 401);
    const { email, name, roles } = personOf(session, rbac);
    return c.json({ provider: 'saml', email, name, roles });
  });
  // Kpow publishes no metadata: the guide has its values typed by hand.
  app.get(metadataPath, () => notFound(getState()));
}

export function notFound({ ids }: Pick<State, 'ids'>): Promise<Response> {
  return plainPage({
    nonce: ids.token(),
    status: 404,
    title: 'Not found',
    text: 'There is nothing at this address. Open Kpow anew; if you came from the access portal, tell your administrator the address of this page.',
  });
}
