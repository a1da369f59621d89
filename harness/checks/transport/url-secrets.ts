import { defineCheck } from '../../model/check.ts';
import { hasTraffic, isWeb, parseUrl, shortUrl, whereIn } from './_exchanges.ts';

const secretNames =
  /^(password|passwd|pwd|pin|otp|secret|client_secret|access_token|id_token|refresh_token|session_token|sessionid|jsessionid)$/i;

export default defineCheck({
  id: 'transport/url-secrets',
  title: {
    holds: 'No address of the login carries a password, a token or a session',
    fails: 'An address of the login carries a password, a token or a session',
  },
  why: 'Addresses end up in histories, in logs and in the Referer of the next request.',
  fix: {
    console: 'Web application',
    field: 'Parameters of the address',
    change: 'Send secrets in a header, a cookie or the body of a POST.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Session Management Implementation',
      says: 'A session identifier in an address is disclosed by links, logs, histories and the Referer.',
    },
    {
      document: 'rfc9110',
      section: '17.9',
      says: 'Addresses are shared and logged, so that sensitive data does not belong in them.',
    },
    {
      document: 'rfc9110',
      section: '4.2.4',
      says: 'User names and passwords before the host are deprecated.',
    },
  ],
  messages: {
    parameter: '{url} carries a value in its parameter {name}.',
    userinfo: '{url} carries a user name or a password before the host.',
  },
  applies: hasTraffic,
  run: ({ exchanges }) =>
    exchanges.filter(isWeb).flatMap((exchange) => {
      const url = parseUrl(exchange.url);
      if (url === undefined) return [];
      const shown = shortUrl(exchange.url);
      const where = whereIn(exchange);
      const path = /;jsessionid=/i.test(url.pathname) ? ['jsessionid'] : [];
      const names = [...url.searchParams].filter(([name, value]) => value !== '' && secretNames.test(name));
      const parameters = [...path, ...names.map(([name]) => name)].map((name) => ({
        message: 'parameter' as const,
        data: { url: shown, name },
        expected: 'no secret in the address',
        observed: `parameter ${name}`,
        where,
      }));
      if (url.username === '' && url.password === '') return parameters;
      const expected = 'no user name or password in the address';
      return [
        ...parameters,
        { message: 'userinfo' as const, data: { url: shown }, expected, observed: 'user information', where },
      ];
    }),
});
