import type { AcsRequest, AttackPerson } from '../../model/attack.ts';
import { NS } from '../../saml/namespaces.ts';
import { escapeXml } from './escape-xml.ts';
import type { Issuer } from './issuer.ts';
import type { RefusalTarget } from './target.ts';

export interface LogoutFacts {
  readonly person: AttackPerson;
  readonly sessionIndex: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A signed LogoutRequest about one session, in the form post that brings it (SAML Profiles 4.4.3.1, Core 3.7.1). */
export async function writeLogout(
  target: RefusalTarget,
  url: string,
  { person, sessionIndex, now }: LogoutFacts,
  { sign, newId }: Pick<Issuer, 'newId'> & { readonly sign: (xml: string, id: string) => Promise<string> },
): Promise<AcsRequest> {
  const id = newId();
  const instant = (ms: number) => new Date(ms).toISOString();
  const xml = [
    `<samlp:LogoutRequest xmlns:samlp="${NS.samlp}" xmlns:saml="${NS.saml}" ID="${id}" Version="2.0"`,
    ` IssueInstant="${instant(now)}" NotOnOrAfter="${instant(now + 300_000)}" Destination="${escapeXml(url)}">`,
    `<saml:Issuer>${escapeXml(target.idp.entityId)}</saml:Issuer>`,
    `<saml:NameID Format="${escapeXml(target.nameIdFormat)}">${escapeXml(person.nameId)}</saml:NameID>`,
    `<samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex></samlp:LogoutRequest>`,
  ].join('');
  const message = Buffer.from(await sign(xml, id), 'utf8').toString('base64');
  return {
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(target.idp.ssoUrl).origin,
    },
    body: `SAMLRequest=${encodeURIComponent(message)}`,
  };
}
