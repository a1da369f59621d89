import type { Exchange } from '../model/evidence.ts';
import type { Delivery } from '../model/records.ts';

/** A SAML message found in recorded traffic: the parameter as sent, and how it travelled. */
export interface FoundMessage {
  readonly raw: string;
  readonly delivery: Delivery;
  readonly exchange: Exchange;
}

/** The first AuthnRequest that the browser carried; undefined when there was none. */
export function findRequest(exchanges: readonly Exchange[]): FoundMessage | undefined {
  return findMessages(exchanges, 'SAMLRequest')[0];
}

/** The first Response that the browser carried. */
export function findResponse(exchanges: readonly Exchange[]): FoundMessage | undefined {
  return findMessages(exchanges, 'SAMLResponse')[0];
}

/** All messages that travelled in this parameter, in order; those of a logout among them. */
export function findMessages(
  exchanges: readonly Exchange[],
  parameter: 'SAMLRequest' | 'SAMLResponse',
): readonly FoundMessage[] {
  return exchanges.flatMap((exchange) => {
    const query = parametersOf(exchange.url.split('?')[1]?.split('#')[0] ?? '');
    const form = parametersOf(isForm(exchange) ? (exchange.requestBody ?? '') : '');
    const inForm = form.find(([name]) => name === parameter);
    const inQuery = query.find(([name]) => name === parameter);
    const raw = (inForm ?? inQuery)?.[1];
    if (raw === undefined) return [];
    const carrier = exchanges.find(
      (other) =>
        other.index < exchange.index &&
        other.status >= 300 &&
        other.status < 400 &&
        headerOf(other, 'location') === exchange.url,
    );
    const relayState = (inForm === undefined ? query : form).find(([name]) => name === 'RelayState')?.[1];
    const delivery: Delivery = {
      binding: inForm ? 'HTTP-POST' : exchange.method === 'GET' ? 'HTTP-Redirect' : 'other',
      method: exchange.method,
      url: exchange.url,
      ...(relayState === undefined ? {} : { relayState }),
      fields: [...form, ...query].map(([name]) => name),
      ...(carrier === undefined
        ? {}
        : { carriedBy: { status: carrier.status, headers: carrier.responseHeaders } }),
      tls: exchange.tls,
    };
    return [{ raw, delivery, exchange }];
  });
}

function isForm(exchange: Exchange): boolean {
  const type = exchange.requestHeaders.find(({ name }) => name === 'content-type')?.value ?? '';
  return type.startsWith('application/x-www-form-urlencoded');
}

function headerOf(exchange: Exchange, wanted: string): string | undefined {
  return exchange.responseHeaders.find(({ name }) => name === wanted)?.value;
}

/** Form decoding that keeps order and repetition, and never fails on a bad escape. */
function parametersOf(text: string): readonly (readonly [string, string])[] {
  if (text === '') return [];
  return [...new URLSearchParams(text)];
}
