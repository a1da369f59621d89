import { defineCheck } from '../../model/check.ts';
import { cookiesKept } from '../transport/_cookies.ts';
import { responsePost, shortUrl, whereIn } from '../transport/_exchanges.ts';

export default defineCheck({
  id: 'session/renewed',
  title: {
    holds: 'The login gives the browser a new session cookie',
    fails: 'The login goes on with a session cookie from before it, or sets none',
  },
  why: 'Who planted the old cookie in the browser beforehand is logged in together with the person.',
  fix: {
    console: 'Service provider',
    field: 'Session cookie',
    change: 'Make a new session, with a new identifier, when the response was accepted.',
  },
  judges: 'sp',
  needs: ['exchanges', 'outcome'],
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Renew the Session ID After Any Privilege Level Change',
      says: 'The identifier of the session is replaced at each login.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 7.1',
      says: 'The session secret is made in direct response to an authentication.',
    },
  ],
  messages: {
    same: 'The cookie {name} set after the login has the value that it had before.',
    none: 'No cookie is set at {url} or after it; a new one is wanted.',
  },
  applies: ({ exchanges, outcome }) => {
    if (outcome.actual !== 'signed-in') return 'Nobody was logged in.';
    if (responsePost(exchanges) === undefined) return 'No post of a response was recorded.';
    return cookiesKept(exchanges).length > 0 || 'No cookie was recorded.';
  },
  run: ({ exchanges }) => {
    const post = responsePost(exchanges);
    if (post === undefined) return [];
    const cookies = cookiesKept(exchanges);
    const after = cookies.filter(({ exchange }) => exchange.index >= post.index);
    const expected = 'a new value after the login';
    if (after.length === 0) {
      const data = { url: shortUrl(post.url) };
      return [{ message: 'none' as const, data, expected, observed: 'no Set-Cookie', where: whereIn(post) }];
    }
    const before = cookies.filter(({ exchange }) => exchange.index < post.index);
    return after
      .filter(
        ({ name, value }) =>
          isTelling(value) && before.some((old) => old.name === name && old.value === value),
      )
      .map(({ exchange, name }) => ({
        message: 'same' as const,
        data: { name },
        expected,
        observed: 'the value from before',
        where: whereIn(exchange, 'set-cookie'),
      }));
  },
});

/** Some recorders mask every value by the same word; only a value or its hash can be compared. */
function isTelling(value: string): boolean {
  return /[0-9a-z]{8}/i.test(value) && !/^(\*+|redacted|masked)$/i.test(value);
}
