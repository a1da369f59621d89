import { defineCheck } from '../../model/check.ts';
import { parseUrl, shortUrl, whereIn } from './_exchanges.ts';
import { findMessageForm, loadedBy, tagsOf } from './_html.ts';

const options: { readonly allowedHosts: readonly string[] } = { allowedHosts: [] };

export default defineCheck({
  id: 'transport/form-third-party',
  title: {
    holds: 'The page that posts the response loads nothing from other sites',
    fails: 'The page that posts the response loads something from another site',
  },
  why: 'Whoever serves that resource can read the assertion in the page, or at least knows who logs in and when.',
  fix: {
    console: 'Identity provider',
    field: 'Branding of the login pages',
    change: 'Serve scripts, styles, fonts and pictures from the identity provider itself; no analytics here.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'Third Party JavaScript Management Cheat Sheet, Major risks',
      says: 'A third party’s script runs as code of the page that loads it, and can disclose what the page holds.',
    },
  ],
  options,
  messages: { foreign: '{url} loads a {tag} from {host}; it may load from its own site only.' },
  applies: ({ exchanges }) =>
    findMessageForm(exchanges) !== undefined || 'No page that posts a response was recorded.',
  run: ({ exchanges }, { options }) => {
    const page = findMessageForm(exchanges)?.page;
    const own = parseUrl(page?.url);
    if (page === undefined || own === undefined) return [];
    return loadedBy(tagsOf(page.responseBody ?? '')).flatMap(({ tag, url }) => {
      const target = parseUrl(url, page.url);
      if (target === undefined || !/^https?:$/.test(target.protocol)) return [];
      if (siteOf(target.hostname) === siteOf(own.hostname) || options.allowedHosts.includes(target.host))
        return [];
      return [
        {
          message: 'foreign' as const,
          data: { url: shortUrl(page.url), tag: tag.name, host: target.host },
          expected: `only resources of ${own.host}`,
          observed: shortUrl(target.href),
          where: whereIn(page, undefined, tag.text),
        },
      ];
    });
  },
});

/** The domain that somebody registered, near enough: three labels below names such as co.uk, else two. */
function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const short = labels.at(-1)?.length === 2 && (labels.at(-2)?.length ?? 9) <= 3;
  return labels.slice(short ? -3 : -2).join('.');
}
