import type { Exchange } from '../../model/evidence.ts';
import { get, post, toExchange } from './exchange-steps.ts';
import { alice, type GenuineFacts } from './genuine-facts.ts';
import { iamNames, iamRoles } from './genuine-iam-facts.ts';
import { idpSteps, loginPath, maskedToken, page, redirect, setCookie } from './genuine-idp-steps.ts';
import { page as html } from './genuine-pages.ts';

/** All requests of the login in their order, secrets masked: from the tile at the identity provider to the console. */
export function buildIamExchanges(facts: GenuineFacts): readonly Exchange[] {
  const { requested, issued } = facts.at;
  const session = `__Host-console-session=${maskedToken(facts, 'console session')}`;
  const handoff = `${iamNames.consoleOrigin}/console/handoff?code=${maskedToken(facts, 'handoff')}`;
  const relayState = `&RelayState=${encodeURIComponent(iamNames.consoleUrl)}`;
  const message = `SAMLResponse=kept-as-artifact${relayState}`;
  const choice = `&roleIndex=${encodeURIComponent(iamRoles.powerUser)}`;
  const steps = [
    get(iamNames.launchUrl, requested, [], redirect(loginPath(facts))),
    ...idpSteps(facts),
    // Browsers hold the redirect after the form's post to form-action as well.
    post(iamNames.signInUrl, issued + 200, [], message, {
      ...page(facts, 'roles', rolesPage),
      formAction: 'https:',
      origin: 'null',
    }),
    // The page posts the same Response again, with the role that was chosen.
    post(iamNames.signInUrl, issued + 900, [], message + choice, {
      ...redirect(handoff),
      origin: iamNames.signInOrigin,
    }),
    get(handoff, issued + 1000, [], redirect(iamNames.consoleUrl, setCookie(session))),
    get(iamNames.consoleUrl, issued + 1100, [session], page(facts, 'console', consolePage)),
  ];
  return steps.map((step, index) => toExchange(step, index));
}

/** The role picker, with the names and classes of AWS's own. */
function rolesPage(nonce: string): string {
  const roles = [iamRoles.powerUser, iamRoles.readOnly].map(
    (arn) =>
      `<div class="saml-role"><input type="radio" name="roleIndex" value="${arn}" id="${arn}" class="saml-radio">` +
      `<label for="${arn}" class="saml-role-description">${arn.split('/').at(-1)}</label></div>`,
  );
  return html(
    'Amazon Web Services Login',
    nonce,
    `<div data-testid="role-picker"><h1>Amazon Web Services Login</h1>
<form id="saml_form" name="saml_form" method="post" action="/saml" autocomplete="off">
<input type="hidden" name="RelayState" value="${iamNames.consoleUrl}">
<input type="hidden" name="SAMLResponse" value="kept-as-artifact">
<input type="hidden" name="name" value="">
<p>Select a role:</p>
<fieldset><div class="saml-account"><div class="saml-account-name">Account: ${iamNames.accountId}</div>${roles.join('')}</div></fieldset>
<button id="signin_button" type="submit">Sign In</button></form></div>`,
  );
}

function consolePage(nonce: string): string {
  return html(
    'AWS Management Console | PowerUser',
    nonce,
    `<span data-testid="user-name">PowerUser/${alice.email}</span>
<form method="post" action="/console/logout!doLogout"><button id="sign-out-button" type="submit">Sign out</button></form>
<div data-testid="console"><h1>PowerUser in ${iamNames.accountId}</h1></div>`,
  );
}
