import { inflateRawSync } from 'node:zlib';
import { EditError, setAttribute } from '../kit/edit.ts';
import { encodeRedirect, readParameter } from '../kit/redirect.ts';

/** The address as it is, if its query is signed. @throws EditError otherwise */
export function signedQuery(url: string): string {
  if (!/[?&]Signature=/.test(url)) throw new EditError('Nothing to change: the request is not signed.');
  return url;
}

/** The same request for an address of the attacker's, as the value of a query parameter. */
export function hostileRequest(url: string): string {
  const message = Buffer.from(readParameter(url, 'SAMLRequest') ?? '', 'base64');
  const xml = inflateRawSync(message).toString('utf8');
  const elsewhere = 'https://attacker.example/acs';
  const forged = setAttribute(xml, 'AuthnRequest', 'AssertionConsumerServiceURL', elsewhere);
  return encodeURIComponent(encodeRedirect(forged));
}
