import { need } from '../../core/saml/refusal.ts';
import { type Weaknesses, without } from './weakness.ts';

/** How a session ends. */
export const logout: Weaknesses = {
  'logout-unsigned': (steps) => ({
    ...steps,
    collectLogoutSignatures: async () => [],
    logoutChecks: without(steps.logoutChecks, 'signed'),
  }),

  'logout-not-checked': (steps) => ({
    ...steps,
    findLogoutProvider: (_issuer, run) => need(run.providers.list()[0], 'No identity provider is configured'),
    logoutChecks: without(steps.logoutChecks, 'destination', 'time', 'reuse'),
    // Whoever it names: the browser that brings it is logged out.
    sessionsToEnd: (message, run) => {
      const here = run.memory.sessions.list().filter((one) => one.browser === run.browser);
      return [...steps.sessionsToEnd(message, run), ...here];
    },
  }),

  'logout-keeps-session': (steps) => ({ ...steps, endSession: () => {} }),
};
