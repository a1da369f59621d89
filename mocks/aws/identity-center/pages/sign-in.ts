import { html } from 'hono/html';
import { respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';
import type { DeepLink } from '../relay-state.ts';

export interface SignInFacts {
  readonly nonce: string;
  /** Where the form's answer leads; undefined while no identity provider is configured. */
  readonly ssoUrl: string | undefined;
  readonly destination: DeepLink | undefined;
  readonly signedOut: boolean;
  readonly problem?: string;
}

/** A deep link is after the `#`, which no server sees: the page hands it over in the form. */
const script = `
const field = document.getElementById('destination');
if (location.hash.startsWith('#/console?')) field.value = location.hash;
`;

/** First page of the portal: the username, before the browser is sent to the identity provider. */
export function signInPage({
  nonce,
  ssoUrl,
  destination,
  signedOut,
  problem,
}: SignInFacts): Promise<Response> {
  const hidden =
    destination === undefined
      ? ''
      : `console?${new URLSearchParams({ account_id: destination.accountId, role_name: destination.roleName })}`;
  const body = html`<div class="narrow"><div class="card" data-testid="sign-in">
${signedOut ? html`<p class="notice" role="status">You have signed out of the access portal.</p>` : ''}
<h1>Sign in</h1>
<p class="muted">Continue to the access portal of your organization.</p>
<form method="post" action="/start/login" autocomplete="off" novalidate>
<input type="hidden" id="destination" name="destination" value="${hidden}">
<label for="username-input">Username</label>
<input id="username-input" name="username" type="text" inputmode="email" autocomplete="off" autocapitalize="none"
spellcheck="false" maxlength="320" required autofocus
${problem === undefined ? '' : html`aria-invalid="true" aria-describedby="username-problem"`}>
${problem === undefined ? '' : html`<p class="problem" id="username-problem" role="alert">${problem}</p>`}
<button id="username-submit-button" type="submit">Next</button>
</form>
</div></div>`;
  return respondPage(
    {
      title: problem === undefined ? 'Sign in | AWS access portal' : 'Problem: Sign in | AWS access portal',
      header: html`<div class="bar"><strong>AWS access portal</strong></div>`,
      body,
      styles: portalStyles,
      script,
    },
    {
      nonce,
      status: problem === undefined ? 200 : 400,
      // A form's redirect counts as its target: the identity provider's address must be allowed too.
      formAction: ssoUrl === undefined ? "'self'" : `'self' ${new URL(ssoUrl).origin}`,
    },
  );
}
