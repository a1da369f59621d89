import { makeSelftestKeys } from '../cli/selftest-keys.ts';
import type { AcsRequest } from '../model/attack.ts';
import type { Mutation, MutationContext } from '../model/mutation.ts';
import { decodePostParameter, decodeRedirectParameter } from '../saml/decode.ts';
import { NS } from '../saml/namespaces.ts';
import { encodeFields, messageOf } from './binding/_post.ts';
import { mutations } from './index.ts';
import { rawOf } from './kit/artifact.ts';
import { type GenuineLogin, type GenuineOptions, makeGenuineLogin } from './kit/genuine.ts';
import { encodeRedirect, readParameter, replaceParameter } from './kit/redirect.ts';
import { removeSignatures } from './kit/sign-response.ts';

export const now = Date.UTC(2026, 2, 14, 9, 26, 53);

/** Families of attacks that are about more than signatures and keys. */
export const families = [
  'replay',
  'parser',
  'binding',
  'time',
  'structure',
  'subject-confirmation',
  'identity',
  'relay-state',
  'logout',
  'idp-request',
] as const;

export const attacks = mutations.filter(
  ({ id, attack }) => attack !== undefined && families.some((family) => id.startsWith(`${family}/`)),
);

/** What a genuine login sends, and what attacks make of it. */
export interface AttackWorld {
  readonly login: GenuineLogin;
  readonly context: MutationContext;
  readonly idpCertificate: string;
  /** The genuine Response: signed, and as it was before. */
  readonly signed: string;
  readonly unsigned: string;
  readonly parameter: string;
  readonly relayState: string;
  readonly post: AcsRequest;
  readonly logoutPost: AcsRequest;
  readonly requestUrl: string;
  /** What is sent instead, as text; the genuine text when the attack is in the order of things. */
  readonly forge: (attack: Mutation) => { readonly genuine: string; readonly forged: string };
}

/** A login whose identity provider is at hand, with all keys that attacks sign with. */
export async function makeAttackWorld(options: Partial<GenuineOptions> = {}): Promise<AttackWorld> {
  const keys = options.keys ?? (await makeSelftestKeys(now, { signers: true }));
  const login = makeGenuineLogin({ now, initiatedBy: 'sp', ...options, keys });
  const { evidence, context } = login;
  const parameter = rawOf(evidence, 'response') ?? '';
  const signed = decodePostParameter(parameter).text;
  const { relayState }: { relayState: string } = JSON.parse(rawOf(evidence, 'response-delivery') ?? '');
  const { url: requestUrl }: { url: string } = JSON.parse(rawOf(evidence, 'request-delivery') ?? '');
  const post = postOf(context.acsUrl, 'SAMLResponse', parameter, relayState);
  const logout = context.forgeSignature(logoutRequest(context), '_logout1', { as: 'idp' });
  const logoutUrl = new URL('/slo', context.acsUrl).href;
  const logoutParameter = Buffer.from(logout, 'utf8').toString('base64');
  const parts = { login, context, signed, unsigned: removeSignatures(signed), parameter, relayState, post };
  const world = {
    ...parts,
    idpCertificate: keys.idp.certificateDer,
    requestUrl,
    logoutPost: postOf(logoutUrl, 'SAMLRequest', logoutParameter, relayState),
  };
  return { ...world, forge: (attack) => forgeIn(world, attack) };
}

function postOf(url: string, name: string, parameter: string, relayState: string): AcsRequest {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://acme.1kosmos.net' },
    body: encodeFields([
      [name, parameter],
      ['RelayState', relayState],
    ]),
  };
}

function logoutRequest({ now: at, idpEntityId, acsUrl, victim }: MutationContext): string {
  const time = (ms: number) => new Date(ms).toISOString();
  return (
    `<samlp:LogoutRequest xmlns:samlp="${NS.samlp}" xmlns:saml="${NS.saml}" ID="_logout1" Version="2.0" ` +
    `IssueInstant="${time(at)}" NotOnOrAfter="${time(at + 300_000)}" Destination="${new URL('/slo', acsUrl).href}">` +
    `<saml:Issuer>${idpEntityId}</saml:Issuer><saml:NameID>${victim.nameId}</saml:NameID>` +
    '<samlp:SessionIndex>_session1</samlp:SessionIndex></samlp:LogoutRequest>'
  );
}

function forgeIn(world: Omit<AttackWorld, 'forge'>, { change, stage, id }: Mutation) {
  const { context, login, signed, unsigned, parameter, relayState, requestUrl } = world;
  switch (change.on) {
    case 'response': {
      const forged =
        stage === 'before-signing'
          ? login.sign(change.apply(unsigned, context))
          : change.apply(signed, context);
      return { genuine: signed, forged };
    }
    case 'response-parameter':
      return { genuine: parameter, forged: change.apply(parameter, context) };
    case 'relay-state':
      return { genuine: relayState, forged: change.apply(relayState, context) };
    case 'acs-request': {
      const post = id.startsWith('logout/') ? world.logoutPost : world.post;
      return { genuine: JSON.stringify(post), forged: JSON.stringify(change.apply(post, context)) };
    }
    case 'request': {
      const xml = decodeRedirectParameter(readParameter(requestUrl, 'SAMLRequest') ?? '').text;
      const forged = encodeRedirect(change.apply(xml, context));
      return { genuine: requestUrl, forged: replaceParameter(requestUrl, 'SAMLRequest', forged) };
    }
    case 'request-url':
      return { genuine: requestUrl, forged: change.apply(requestUrl, context) };
    case 'order':
      return { genuine: signed, forged: signed };
    default:
      throw new Error(`"${id}" changes ${change.on}, which no attack does.`);
  }
}

/** XML of the LogoutRequest or Response in a post that an attack made. */
export function messageIn(forged: string, name: 'SAMLRequest' | 'SAMLResponse'): string {
  const post: AcsRequest = JSON.parse(forged);
  return messageOf(post, name);
}
