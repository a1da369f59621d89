import type { RequestReading } from '../../model/readings.ts';
import type { Delivery } from '../../model/records.ts';

const samlFields = new Set(['SAMLRequest', 'RelayState', 'SigAlg', 'Signature', 'SAMLEncoding']);

/** The fields of an address's query in order, names decoded and values as sent. */
export function queryFields(url: string): { readonly name: string; readonly raw: string }[] {
  const query = url.split('#')[0]?.split('?').slice(1).join('?') ?? '';
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...rest] = part.split('=');
      return { name: decoded(name), raw: rest.join('=') };
    });
}

/** A query value without its percent-encoding; as it is when the encoding is broken. */
export function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    return raw;
  }
}

/** The value of the first field of that name, decoded. */
export function queryValue(url: string, name: string): string | undefined {
  const field = queryFields(url).find((one) => one.name === name);
  return field && decoded(field.raw);
}

/** The address without the SAML fields: what has to equal the endpoint's Location. */
export function withoutSamlFields(url: string): string {
  const [address = ''] = url.split(/[?#]/);
  const kept = queryFields(url).filter(({ name }) => !samlFields.has(name));
  const query = kept.map(({ name, raw }) => `${encodeURIComponent(name)}=${raw}`).join('&');
  return query === '' ? address : `${address}?${query}`;
}

/** True when the request carries a signature, inside the message or in the query string. */
export function isSigned(request: RequestReading, delivery: Delivery | undefined): boolean {
  return request.signatures.length > 0 || hasQuerySignature(delivery);
}

/** True when the query string carries a signature (saml-bindings 3.4.4.1). */
export function hasQuerySignature(delivery: Delivery | undefined): boolean {
  return delivery?.binding === 'HTTP-Redirect' && delivery.fields.includes('Signature');
}
