import { defineCheck } from '../../model/check.ts';
import { hasTraffic, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/answer-time',
  title: {
    holds: 'Every page of the login is answered promptly',
    fails: 'A page of the login is answered slowly',
  },
  why: 'People reload a page that does not come, and a reload starts the login anew with another code.',
  fix: {
    console: 'Web server',
    field: 'Slow address',
    change: 'Find out what the slow address waits for, and shorten it.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      assumption: 'Three seconds are what people wait before they reload.',
      known: 'No standard of single sign-on gives a figure; the option mostMs sets it.',
    },
  ],
  options: { mostMs: 3_000 },
  messages: { slow: '{url} takes {ms} ms to answer, which is longer than people wait.' },
  applies: hasTraffic,
  run: ({ exchanges }, { options }) =>
    exchanges
      .filter(({ resource, durationMs }) => resource === 'document' && durationMs > options.mostMs)
      .map((exchange) => ({
        message: 'slow' as const,
        data: { url: shortUrl(exchange.url), ms: Math.round(exchange.durationMs) },
        expected: `at most ${options.mostMs} ms`,
        observed: `${Math.round(exchange.durationMs)} ms`,
        where: whereIn(exchange),
      })),
});
