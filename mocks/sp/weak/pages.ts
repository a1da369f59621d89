import { raw } from 'hono/html';
import { everyElement } from '../../core/saml/xml.ts';
import { parseLeniently } from './lenient-parser.ts';
import type { Weaknesses } from './weakness.ts';

/** Where the browser is led, and what pages show. */
export const pages: Weaknesses = {
  'open-redirect': (steps) => ({
    ...steps,
    checkRelayState: () => {},
    destinationOf: (relayState, pending, run) =>
      relayState === undefined || relayState === pending?.relayState
        ? steps.destinationOf(relayState, pending, run)
        : relayState,
  }),

  'relay-state-unsealed': (steps) => ({
    ...steps,
    checkRelayState: () => {},
    destinationOf: (relayState, pending, run) =>
      addressWithin(relayState ?? '') ?? steps.destinationOf(relayState, pending, run),
  }),

  'unescaped-output': (steps) => ({
    ...steps,
    show: (value) => raw(value),
    echo: ({ reason, fields }) => [
      reason,
      fields.get('RelayState') ?? '',
      ...textsOf(fields.get('SAMLResponse') ?? ''),
    ],
  }),
};

/** An address in base64 of JSON, as some software packs it. */
function addressWithin(relayState: string): string | undefined {
  try {
    const content: unknown = JSON.parse(Buffer.from(relayState, 'base64url').toString('utf8'));
    const values = typeof content === 'object' && content !== null ? Object.values(content) : [];
    return values.find((value) => typeof value === 'string' && /^https?:/.test(value));
  } catch {
    return undefined;
  }
}

/** What a helpful page would repeat of a message: names, and the identity provider's own words. */
export function textsOf(parameter: string): readonly string[] {
  try {
    const root = parseLeniently(Buffer.from(parameter, 'base64').toString('utf8'));
    return [...everyElement(root)]
      .filter(({ local }) => ['NameID', 'StatusMessage', 'AttributeValue'].includes(local))
      .map(({ text }) => text);
  } catch {
    return [];
  }
}
