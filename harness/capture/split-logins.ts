import type { Exchange } from '../model/evidence.ts';
import { isLogout } from './logout.ts';
import { type FoundMessage, findMessages } from './messages.ts';

/** One login of recorded traffic: its messages, and the exchanges around them. */
export interface RecordedLogin {
  readonly request: FoundMessage | undefined;
  readonly response: FoundMessage | undefined;
  readonly exchanges: readonly Exchange[];
}

interface Pair {
  readonly request?: FoundMessage;
  readonly response?: FoundMessage;
}

/**
 * Takes traffic apart into logins, by the messages in it: an AuthnRequest begins one, so does a response that no request
 * waits for. A message that is sent again, for example by a reload, belongs to the same login; those of a logout to none.
 * @returns one part with all the traffic when there is no message
 */
export function splitLogins(exchanges: readonly Exchange[]): readonly RecordedLogin[] {
  const messages = [
    ...findMessages(exchanges, 'SAMLRequest').map((found) => ({ kind: 'request' as const, found })),
    ...findMessages(exchanges, 'SAMLResponse').map((found) => ({ kind: 'response' as const, found })),
  ]
    .filter(({ found }) => !isLogout(found.raw))
    .sort((a, b) => a.found.exchange.index - b.found.exchange.index);
  const seen = new Set<string>();
  const pairs: Pair[] = [];
  for (const { kind, found } of messages) {
    if (seen.has(found.raw)) continue;
    seen.add(found.raw);
    const last = pairs.at(-1);
    const isAnswer = kind === 'response' && last?.request !== undefined && last.response === undefined;
    if (isAnswer) pairs[pairs.length - 1] = { ...last, response: found };
    else pairs.push({ [kind]: found });
  }
  if (pairs.length === 0) return [{ request: undefined, response: undefined, exchanges }];
  const starts = pairs.map((pair, index) => (index === 0 ? 0 : startOf(pair, exchanges, pairs[index - 1])));
  return pairs.map(({ request, response }, index) => ({
    request,
    response,
    exchanges: exchanges.filter(
      (one) => one.index >= (starts[index] ?? 0) && one.index < (starts[index + 1] ?? Infinity),
    ),
  }));
}

/** Where a login begins: at the page that sent the request; without one, where the browser came back to the provider. */
function startOf(
  { request, response }: Pair,
  exchanges: readonly Exchange[],
  before: Pair | undefined,
): number {
  const first = (request ?? response)?.exchange.index ?? 0;
  const after = (before?.response ?? before?.request)?.exchange.index ?? 0;
  const between = exchanges.filter(
    ({ index, resource }) => index > after && index < first && resource === 'document',
  );
  const provider = response?.exchange.requestHeaders.find(({ name }) => name === 'origin')?.value;
  const start =
    request === undefined
      ? // A message on its way there is one of a logout, which belongs to the login before.
        between.find(
          ({ url }) => URL.parse(url)?.origin === provider && !/[?&]SAML(?:Request|Response)=/.test(url),
        )
      : between.find(({ responseHeaders }) =>
          responseHeaders.some(({ name, value }) => name === 'location' && value === request.exchange.url),
        );
  return start?.index ?? first;
}
