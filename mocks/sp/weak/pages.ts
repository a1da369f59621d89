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
    leadOn: leadAnywhere,
  }),

  'relay-state-unsealed': (steps) => ({
    ...steps,
    checkRelayState: () => {},
    leadOn: leadAnywhere,
    destinationOf: (relayState, pending, run) =>
      addressWithin(relayState ?? '') ?? steps.destinationOf(relayState, pending, run),
  }),

  'unescaped-output': (steps) => ({
    ...steps,
    show: (value) => raw(value),
    echo: ({ reason, readFields }) => {
      const fields = readFields();
      return [reason, fields.get('RelayState') ?? '', ...textsOf(fields.get('SAMLResponse') ?? '')];
    },
  }),
};

/** As software does that writes header lines as text, and a form where a redirect would not do. */
function leadAnywhere(destination: string): Response {
  const [first = '', ...lines] = destination.split(/\r\n|\r|\n/);
  if (/^[a-z][a-z0-9+.-]*:/i.test(first) && !/^https?:/i.test(first)) {
    const page = `<!doctype html><title>One moment</title><form id="go" method="post" action="${first.replaceAll('"', '&quot;')}"><button>Go on</button></form><script>document.getElementById('go').submit()</script>`;
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
  const headers = new Headers({ location: first.replace(/[^\t\x20-\x7e]/g, encodeURIComponent) });
  for (const line of lines) {
    const [, name, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) headers.set(name, value);
  }
  return new Response(null, { status: 303, headers });
}

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
