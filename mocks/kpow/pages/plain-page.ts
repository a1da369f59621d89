import { html } from 'hono/html';
import { respondPage } from '../../core/page.ts';
import { styles } from './styles.ts';

export interface PlainPage {
  readonly nonce: string;
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

/** A page with one message, for what is not there. */
export function plainPage({ nonce, status, title, text }: PlainPage): Promise<Response> {
  return respondPage(
    {
      title: `${title} | Kpow`,
      header: html`<div class="bar"><strong>Kpow</strong></div>`,
      body: html`<div class="card" data-testid="error-page"><h1>${title}</h1><p>${text}</p></div>`,
      styles,
    },
    { nonce, status },
  );
}
