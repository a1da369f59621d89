import { html } from 'hono/html';
import { respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';

export interface PasswordFacts {
  readonly nonce: string;
  readonly userName: string;
  /** Path of the portal to go to afterwards. */
  readonly next: string;
  readonly problem?: string;
}

/** Second page of signing in with the directory of Identity Center: the password. */
export function passwordPage({ nonce, userName, next, problem }: PasswordFacts): Promise<Response> {
  const body = html`<div class="narrow"><div class="card" data-testid="password-page">
<h1>Enter your password</h1>
<p class="muted">Username: <strong>${userName}</strong></p>
<form method="post" action="/start/password" autocomplete="off" novalidate>
<input type="hidden" name="username" value="${userName}">
<input type="hidden" name="next" value="${next}">
<label for="password-input">Password</label>
<input id="password-input" name="password" type="password" autocomplete="current-password" maxlength="256" required autofocus
${problem === undefined ? '' : html`aria-invalid="true" aria-describedby="password-problem"`}>
${problem === undefined ? '' : html`<p class="problem" id="password-problem" role="alert">${problem}</p>`}
<button id="password-submit-button" type="submit">Sign in</button>
</form></div></div>`;
  return respondPage(
    {
      title: `${problem === undefined ? '' : 'Problem: '}Password | AWS access portal`,
      header: html`<div class="bar"><strong>AWS access portal</strong></div>`,
      body,
      styles: portalStyles,
    },
    // A form's redirect counts as its target: the portal goes on to the application by itself.
    { nonce, status: problem === undefined ? 200 : 400, formAction: "'self'" },
  );
}
