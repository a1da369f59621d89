import type { Sending } from './send.ts';
import type { RefusalTarget } from './target.ts';

/**
 * How many sessions a message began in the browsers that sent it. All copies start with the same cookies, so that a
 * session kept under one of those shows in every one of them although it began once: it counts once. Cookies that the
 * answer set are a session of its own when they log in by themselves.
 * @param kind `own` leaves the session out that is kept under a cookie of before
 */
export async function countSessions(
  target: RefusalTarget,
  { browsers, cookiesBefore }: Pick<Sending, 'browsers' | 'cookiesBefore' | 'whoBefore'>,
  kind: 'all' | 'own' = 'all',
): Promise<number> {
  const seen = await Promise.all(
    browsers.map(async (browser) => {
      const isIn = (await target.whoami(browser)) !== undefined;
      if (!isIn || cookiesBefore.length === 0) return isIn ? 'own' : 'none';
      const own = await target.whoami(browser.withoutCookies(cookiesBefore));
      return own === undefined ? 'shared' : 'own';
    }),
  );
  const own = seen.filter((one) => one === 'own').length;
  return own + (kind === 'all' && seen.includes('shared') ? 1 : 0);
}
