import type { Exchange } from '../../model/evidence.ts';
import { type Answer, get, post, type Step, toExchange } from './exchange-steps.ts';
import { alice, consoleUrl, deepLink, type GenuineFacts, names } from './genuine-facts.ts';
import {
  clearCookie,
  idpSteps,
  loginPath,
  maskedToken,
  page,
  redirect,
  setCookie,
} from './genuine-idp-steps.ts';
import { consolePage, portalPage, signInPage } from './genuine-pages.ts';
import { maskMessages } from './redirect.ts';

/** All requests of the genuine login in their order, secrets masked, from the portal's first page to sign-out. */
export function buildExchanges(facts: GenuineFacts, requestUrl: string): readonly Exchange[] {
  const isSp = facts.initiatedBy === 'sp';
  const portalLogin = `__Host-portal-login=${maskedToken(facts, 'portal login')}`;
  const portalSession = `__Host-portal-session=${maskedToken(facts, 'portal session')}`;
  const relayState = isSp ? `&RelayState=${encodeURIComponent(facts.relayState)}` : '';
  // Browsers hold the redirect after the form's post to form-action as well.
  const signIn = (label: string): Answer => ({
    ...page(facts, label, signInPage),
    formAction: `'self' ${names.idpOrigin}`,
  });
  const { started, requested, issued } = facts.at;
  const fromPortal = [
    get(names.portalUrl, started, [], signIn('start')),
    post(
      `${names.portalUrl}/login`,
      requested - 40,
      [],
      `destination=${encodeURIComponent(deepLinkHash)}&username=${encodeURIComponent(alice.userName)}`,
      { ...redirect(maskMessages(requestUrl), setCookie(portalLogin)), origin: names.portalOrigin },
    ),
    get(maskMessages(requestUrl), requested, [], redirect(loginPath(facts))),
  ];
  const fromTile = [get(names.launchUrl, requested, [], redirect(loginPath(facts)))];
  const end = isSp ? consoleUrl : names.portalUrl;
  const handoff = `${names.portalUrl}/handoff?code=${maskedToken(facts, 'handoff')}`;
  const steps: readonly Step[] = [
    ...(isSp ? fromPortal : fromTile),
    ...idpSteps(facts),
    post(names.acsUrl, issued + 200, [], `SAMLResponse=kept-as-artifact${relayState}`, {
      ...redirect(handoff),
      origin: 'null',
    }),
    get(
      handoff,
      issued + 300,
      isSp ? [portalLogin] : [],
      redirect(
        end.replace(names.portalOrigin, ''),
        setCookie(portalSession),
        clearCookie('__Host-portal-login'),
      ),
    ),
    ...(isSp ? [get(consoleUrl, issued + 400, [portalSession], page(facts, 'console', consolePage))] : []),
    get(names.portalUrl, issued + 600, [portalSession], page(facts, 'portal', portalPage)),
    post(`${names.portalUrl}/logout`, issued + 1000, [portalSession], '', {
      ...redirect('/start?signed-out', clearCookie('__Host-portal-session')),
      origin: names.portalOrigin,
    }),
    get(`${names.portalUrl}?signed-out`, issued + 1100, [], signIn('signed out')),
  ];
  return steps.map((step, index) => toExchange(step, index));
}

const deepLinkHash = `#/console?account_id=${deepLink.accountId}&role_name=${deepLink.roleName}`;
