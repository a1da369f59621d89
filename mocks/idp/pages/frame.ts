import { html } from 'hono/html';
import { type Markup, type PageOptions, respondPage } from '../../core/page.ts';
import { idpStyles } from './styles.ts';

export interface FramedPage {
  readonly organisation: string;
  readonly title: string;
  readonly body: Markup;
  readonly script?: string;
}

/** A page of the provider: its name above, help below. */
export function respondFramed(page: FramedPage, options: PageOptions): Promise<Response> {
  return respondPage(
    {
      title: `${page.title} – ${page.organisation}`,
      styles: idpStyles,
      header: html`<div class="brand"><svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
<rect width="32" height="32" rx="9" fill="#1d4ed8"/>
<path d="M16 6.5 8 9.6v6.1c0 4.9 3.3 8.2 8 9.8 4.7-1.6 8-4.9 8-9.8V9.6z" fill="none" stroke="#fff" stroke-width="2"
stroke-linejoin="round"/><path d="m12.4 15.8 2.7 2.7 4.6-5" fill="none" stroke="#fff" stroke-width="2.2"
stroke-linecap="round" stroke-linejoin="round"/></svg><span>${page.organisation} sign-in</span></div>`,
      body: page.body,
      footer: html`Passwordless sign-in. We never ask for a password here.`,
      ...(page.script === undefined ? {} : { script: page.script }),
    },
    options,
  );
}
