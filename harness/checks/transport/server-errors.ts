import { defineCheck, type Fault } from '../../model/check.ts';
import { hasTraffic, isWeb, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/server-errors',
  title: {
    holds: 'No server fails during the login',
    fails: 'A server fails during the login',
  },
  why: 'A login that works although a server failed will not work for everybody, or not tomorrow.',
  fix: {
    console: 'Web server',
    field: 'Log of the failing address',
    change: 'Find the error in its log and mend it; mistakes of the sender are answered by 4xx.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'rfc9110',
      section: '15.6',
      says: 'A status of 5xx says that the server is aware of its own error.',
    },
  ],
  messages: {
    failed: '{method} {url} is answered by {status}.',
    unanswered: '{method} {url} gets no answer: {failure}.',
  },
  applies: hasTraffic,
  run: ({ exchanges }) =>
    exchanges.filter(isWeb).flatMap((exchange): readonly Fault<'failed' | 'unanswered'>[] => {
      const data = { method: exchange.method, url: shortUrl(exchange.url) };
      const where = whereIn(exchange);
      const { status, failure = '' } = exchange;
      if (status >= 500) {
        const expected = 'a status below 500';
        return [{ message: 'failed', data: { ...data, status }, expected, observed: String(status), where }];
      }
      // A page that was left before it had loaded is no failure of the server.
      if (exchange.resource !== 'document' || failure === '' || /abort/i.test(failure)) return [];
      const expected = 'an answer';
      return [{ message: 'unanswered', data: { ...data, failure }, expected, observed: failure, where }];
    }),
});
