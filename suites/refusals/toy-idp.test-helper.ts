import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';

/** An identity provider with a login form, on loopback, as somebody's own would be. Not a model for anything. */
export interface ToyIdp extends AsyncDisposable {
  readonly origin: string;
  readonly ssoUrl: string;
  /** Names that were typed in, with the password. */
  readonly typed: readonly (readonly [name: string, password: string])[];
}

export interface ToyIdpBehaviour {
  readonly sp: { readonly entityId: string; readonly acsUrl: string };
  /** User name → password. */
  readonly people: Readonly<Record<string, string>>;
  /** Sends the answer to whatever address the request names. */
  readonly trustsAcs?: true;
}

const form = (fields: string) =>
  `<form method="post" action="/login"><p>${fields}</p><button>Next</button></form>`;

/** Asks for the name on one page and for the password on the next. */
export async function openToyIdp({ sp, people, trustsAcs }: ToyIdpBehaviour): Promise<ToyIdp> {
  const typed: [string, string][] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const sent = new URLSearchParams(request.method === 'POST' ? await readAll(request) : '');
    const page = (body: string, status = 200) => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(`<body>${body}</body>`);
    };
    const parameter = url.searchParams.get('SAMLRequest') ?? sent.get('SAMLRequest');
    const asked =
      parameter === null ? undefined : readRequest(parameter, { sp, trustsAcs: trustsAcs === true });
    if (asked === undefined) return page('This request is refused.', 400);
    const keep = `<input type="hidden" name="SAMLRequest" value="${parameter}">`;
    if (asked.passive)
      return page(
        send(asked, '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:NoPassive"/>', ''),
      );
    const name = sent.get('user');
    if (name === null) return page(form(`${keep}<input name="user">`));
    const known = `${keep}<input type="hidden" name="user" value="${name}">`;
    const password = sent.get('pass');
    if (password === null) return page(form(`${known}<input type="password" name="pass">`));
    typed.push([name, password]);
    if (people[name] !== password) return page('Wrong password.', 403);
    const success = '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>';
    page(
      send(
        asked,
        success,
        `<saml:Assertion><saml:Subject><saml:NameID>${name}</saml:NameID></saml:Subject></saml:Assertion>`,
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP listener's address is no string
  return {
    origin,
    ssoUrl: `${origin}/sso`,
    typed,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Asked {
  readonly acsUrl: string;
  readonly passive: boolean;
}

function readRequest(
  parameter: string,
  { sp, trustsAcs }: Pick<ToyIdpBehaviour, 'sp'> & { readonly trustsAcs: boolean },
): Asked | undefined {
  try {
    const xml = inflateRawSync(Buffer.from(parameter, 'base64'), { maxOutputLength: 100_000 }).toString(
      'utf8',
    );
    const acsUrl = / AssertionConsumerServiceURL="([^"]*)"/.exec(xml)?.[1] ?? sp.acsUrl;
    const issuer = /<saml:Issuer>([^<]*)/.exec(xml)?.[1];
    if (issuer !== sp.entityId || (acsUrl !== sp.acsUrl && !trustsAcs)) return undefined;
    return { acsUrl, passive: / IsPassive="true"/.test(xml) };
  } catch {
    return undefined;
  }
}

function send({ acsUrl }: Asked, code: string, assertion: string): string {
  const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><samlp:Status>${code}</samlp:Status>${assertion}</samlp:Response>`;
  const value = Buffer.from(xml, 'utf8').toString('base64');
  return `<form method="post" action="${acsUrl}"><input type="hidden" name="SAMLResponse" value="${value}"></form><script>document.forms[0].submit()</script>`;
}
