import type { Hono } from 'hono';
import { ControlError } from '../core/control.ts';
import type { EventLog } from '../core/event-log.ts';
import { environmentBody, type KpowEnvironment } from './config.ts';
import type { Running } from './double.ts';
import { StartRefused } from './environment.ts';

export interface KpowControlParts {
  readonly boot: (given: KpowEnvironment) => Running;
  readonly getRunning: () => Running | undefined;
  readonly events: EventLog;
}

/** Starting Kpow anew with other variables; everything else is asked of the service provider that it is built on. */
export function addControlRoutes(app: Hono, { boot, getRunning, events }: KpowControlParts): void {
  app.put('/environment', async (c) => {
    const given = environmentBody.parse(await c.req.json());
    try {
      const { settings } = boot(given);
      const { entityId, ssoUrl, signing } = settings.provider;
      return c.json({
        idp: { entityId, ssoUrl, certificates: signing.map(({ der }) => der) },
        acsUrl: settings.acsUrl.href,
        relyingParty: settings.relyingParty,
        warnings: settings.warnings,
      });
    } catch (error) {
      if (!(error instanceof StartRefused)) throw error;
      events.record('start-refused', { problems: error.problems }, error.message);
      throw new ControlError(400, error.message);
    }
  });
  const ask = async (request: Request): Promise<Response> => {
    const running = getRunning();
    if (running === undefined)
      throw new ControlError(409, 'Kpow has not started. Give it an environment with PUT /environment.');
    return running.application.control(request);
  };
  for (const path of ['/audit', '/sessions', '/whoami', '/settings', '/people', '/idps'])
    app.all(path, (c) => ask(c.req.raw));
  // What the service provider received and decided, beside Kpow's own log.
  app.get('/login-events', (c) => ask(new Request(new URL('/events', c.req.url))));
}
