import type { Exchange } from '../../model/evidence.ts';
import { isWeb } from './_exchanges.ts';

/** A Set-Cookie line. */
export interface SetCookie {
  readonly exchange: Exchange;
  readonly name: string;
  /** Masked value. */
  readonly value: string;
  /** Attributes by lower-case name; empty text for one without a value. */
  readonly attributes: Readonly<Record<string, string>>;
  /** True when the line takes the cookie away. */
  readonly removes: boolean;
  /** The line without the cookie's value. */
  readonly shown: string;
}

/** Every cookie that was set, in order. */
export function cookiesOf(exchanges: readonly Exchange[]): readonly SetCookie[] {
  return exchanges
    .filter(isWeb)
    .flatMap((exchange) =>
      exchange.responseHeaders
        .filter((header) => header.name === 'set-cookie')
        .map((header) => readCookie(exchange, header.value)),
    );
}

/** Lines that set a cookie, those that only remove one left out. */
export function cookiesKept(exchanges: readonly Exchange[]): readonly SetCookie[] {
  return cookiesOf(exchanges).filter((cookie) => !cookie.removes);
}

function readCookie(exchange: Exchange, line: string): SetCookie {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
  const [name, value] = splitAt(pair);
  const attributes = Object.fromEntries(
    rest.map((part) => {
      const [key, text] = splitAt(part);
      return [key.toLowerCase(), text];
    }),
  );
  const past = Date.parse(attributes.expires ?? '') <= Date.parse(exchange.startedAt);
  const removes = value === '' || past || Number(attributes['max-age'] ?? '1') <= 0;
  return { exchange, name, value, attributes, removes, shown: [`${name}=…`, ...rest].join('; ') };
}

function splitAt(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
