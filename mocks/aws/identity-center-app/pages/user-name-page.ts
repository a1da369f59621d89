import { html } from 'hono/html';
import { respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';

export interface UserNameFacts {
  readonly nonce: string;
  /** Path of the portal to go to afterwards. */
  readonly next: string;
  readonly signedOut: boolean;
  readonly problem?: string;
}

/** First page of signing in with the directory of Identity Center: the username. */
export function userNamePage({ nonce, next, signedOut, problem }: UserNameFacts): Promise<Response> {
  const body = html`<div class="narrow"><div class="card" data-testid="sign-in">
${signedOut ? html`<p class="notice" role="status">You have signed out of the access portal.</p>` : ''}
<h1>Sign in</h1>
<p class="muted">Continue to the access portal of your organization.</p>
<form method="post" action="/start/login" autocomplete="off" novalidate>
<input type="hidden" name="next" value="${next}">
<label for="username-input">Username</label>
<input id="username-input" name="username" type="text" inputmode="email" autocomplete="off" autocapitalize="none"
spellcheck="false" maxlength="320" required autofocus
${problem === undefined ? '' : html`aria-invalid="true" aria-describedby="username-problem"`}>
${problem === undefined ? '' : html`<p class="problem" id="username-problem" role="alert">${problem}</p>`}
<button id="username-submit-button" type="submit">Next</button>
</form></div></div>`;
  return respondPage(
    {
      title: `${problem === undefined ? '' : 'Problem: '}Sign in | AWS access portal`,
      header: html`<div class="bar"><strong>AWS access portal</strong></div>`,
      body,
      styles: portalStyles,
    },
    { nonce, status: problem === undefined ? 200 : 400 },
  );
}
