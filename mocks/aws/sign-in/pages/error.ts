import { html } from 'hono/html';
import { respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';
import { pageTexts } from '../error-text.ts';

export interface ErrorFacts {
  readonly nonce: string;
  /** AWS's text. */
  readonly text: string;
  readonly status: number;
}

/** Where "click here" leads. */
const logout = 'https://console.aws.amazon.com/console/logout!doLogout';

/** AWS's error page. Only one of its texts goes on with a way out. */
export function errorPage({ nonce, text, status }: ErrorFacts): Promise<Response> {
  return respondPage(
    {
      title: 'Amazon Web Services Sign-In',
      header: html`<div class="bar"><strong>Amazon Web Services Sign-In</strong></div>`,
      body: html`<div class="narrow"><div class="card" data-testid="error-page"><h1>Amazon Web Services Sign-In</h1>
<p role="alert" data-testid="error-text">${text}${
        text === pageTexts.invalid ? html` To logout, <a href="${logout}">click here</a>.` : ''
      }</p></div></div>`,
      styles: portalStyles,
    },
    { nonce, status },
  );
}
