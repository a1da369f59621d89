import { decodePostParameter, decodeRedirectParameter } from '../../saml/decode.ts';
import { parseXml } from '../../saml/parse.ts';
import { attr } from '../../saml/tree.ts';
import type { BrowserPort, Onward } from './ports.ts';
import type { RefusalTarget } from './target.ts';

/** A login that the target began and waits for. */
export interface Started {
  readonly requestId: string;
  /** Absent when the target sent none. */
  readonly relayState: string | undefined;
}

/** What did not come as a login begins; never the user's mistake, so that it ends as `inconclusive`. */
export class NoLogin extends Error {
  override readonly name = 'NoLogin';
}

/** Begins a login at the target and stops where the browser would go to the identity provider. @throws NoLogin */
export async function startLogin(target: RefusalTarget, browser: BrowserPort): Promise<Started> {
  if (target.start === undefined) throw new NoLogin('the target has no page that starts a login');
  const answer = await target.start(browser);
  const visit = browser.last();
  const onward = visit?.onward;
  if (onward === undefined)
    throw new NoLogin(
      `the page that starts a login was answered ${answer.status} and leads nowhere, at ${visit?.url ?? 'no address'}`,
    );
  return readRequest(onward, target);
}

function readRequest(onward: Onward, target: RefusalTarget): Started {
  const { ssoUrl } = target.idp;
  const url = new URL(onward.url);
  if (`${url.origin}${url.pathname}` !== new URL(ssoUrl).origin + new URL(ssoUrl).pathname)
    throw new NoLogin(`the page that starts a login leads to ${url.origin}${url.pathname}, not to ${ssoUrl}`);
  const isPost = onward.method === 'POST';
  const field = (name: string) =>
    isPost ? onward.fields.find(([key]) => key === name)?.[1] : (url.searchParams.get(name) ?? undefined);
  const message = field('SAMLRequest');
  if (message === undefined) throw new NoLogin(`the login goes to ${ssoUrl} without a SAMLRequest`);
  const { text } = isPost ? decodePostParameter(message) : decodeRedirectParameter(message);
  const { root, problems } = parseXml(text);
  const requestId = root === undefined ? undefined : attr(root, 'ID');
  if (requestId === undefined)
    throw new NoLogin(
      `the AuthnRequest has no ID that can be read (${problems[0]?.message ?? 'there is none'})`,
    );
  return { requestId, relayState: field('RelayState') };
}
