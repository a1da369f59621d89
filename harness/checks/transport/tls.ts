import { defineCheck } from '../../model/check.ts';
import { hasTraffic, isWeb, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/tls',
  title: {
    holds: 'Every address of the login is reached over TLS with a trusted certificate',
    fails: 'An address of the login is reached without TLS, or with a certificate that is not trusted',
  },
  why: 'A bearer assertion is as good as a password: whoever reads it on the way can log in with it.',
  fix: {
    console: 'Web server',
    field: 'TLS listener and certificate',
    change: 'Serve every address by https with a certificate that browsers trust.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The exchanges that carry the response should be made over SSL or TLS.',
    },
    {
      document: 'saml-bindings',
      section: '3.1.2.1',
      says: 'The server authenticates by an X.509 certificate, from which the client establishes who it is.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 4.2.2',
      says: 'Claimant and verifier talk over an authenticated protected channel.',
    },
  ],
  messages: {
    plain: '{method} {url} is sent without TLS; https is wanted.',
    untrusted: '{method} {url} is answered over a connection without a trusted certificate.',
  },
  applies: hasTraffic,
  run: ({ exchanges }) =>
    exchanges
      .filter((exchange) => isWeb(exchange) && (exchange.status > 0 || /^(http|ws):/i.test(exchange.url)))
      .flatMap((exchange) => {
        const secure = /^(https|wss):/i.test(exchange.url);
        if (secure && exchange.tls) return [];
        return [
          {
            message: secure ? ('untrusted' as const) : ('plain' as const),
            data: { method: exchange.method, url: shortUrl(exchange.url) },
            expected: 'https with a trusted certificate',
            observed: secure ? 'https, certificate not trusted' : 'no TLS',
            where: whereIn(exchange),
          },
        ];
      })
      .slice(0, 10),
});
