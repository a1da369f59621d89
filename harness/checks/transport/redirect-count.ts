import { defineCheck } from '../../model/check.ts';
import { hasTraffic, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/redirect-count',
  title: {
    holds: 'The login needs few redirects in a row',
    fails: 'The login needs many redirects in a row',
  },
  why: 'Each redirect costs people time, and browsers give up after about twenty.',
  fix: {
    console: 'Identity provider and service provider',
    field: 'Addresses that redirect',
    change: 'Enter the final addresses, so that nothing is redirected twice.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'rfc9110',
      section: '15.4',
      says: 'Clients detect and break off redirects in circles; some have a fixed limit.',
    },
    {
      assumption: 'Eight redirects in a row are many.',
      known: 'Browsers give up at about twenty; no standard sets a number.',
    },
  ],
  options: { most: 8 },
  messages: { many: '{count} redirects follow each other, beginning at {url}.' },
  applies: hasTraffic,
  run: ({ exchanges }, { options }) => {
    const chains: (typeof exchanges)[number][][] = [[]];
    for (const exchange of exchanges.filter(({ resource }) => resource === 'document')) {
      if (exchange.status >= 300 && exchange.status < 400 && exchange.status !== 304)
        chains.at(-1)?.push(exchange);
      else chains.push([]);
    }
    return chains.flatMap((chain) => {
      const first = chain[0];
      if (first === undefined || chain.length <= options.most) return [];
      return [
        {
          message: 'many' as const,
          data: { count: chain.length, url: shortUrl(first.url) },
          expected: `at most ${options.most} redirects in a row`,
          observed: String(chain.length),
          where: whereIn(first),
        },
      ];
    });
  },
});
