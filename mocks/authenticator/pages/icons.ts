import { html } from 'hono/html';
import type { Markup } from '../../core/page.ts';

const draw = (paths: Markup): Markup =>
  html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"
stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;

/** Our own simple drawings; none is a maker's mark. */
export const icons = {
  brand: draw(
    html`<path d="M12 3l7 3v5c0 4.6-2.9 8.2-7 10-4.1-1.8-7-5.4-7-10V6z"/><path d="M8.8 12l2.3 2.3 4.3-4.6"/>`,
  ),
  scan: draw(html`<path d="M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8M16 4h2.500A1.5 1.500 0 0 1 20 5.500V8M20 16v2.500a1.500 1.500 0 0
 1-1.500 1.500H16M8 20H5.500A1.500 1.500 0 0 1 4 18.500V16M8 8h3v3H8zM13.500 8H16v2.500M8 13.500V16h2.500M14 14h2v2"/>`),
  finger:
    draw(html`<path d="M6 10.500a6 6 0 0 1 12 0V13M9 19.500c-.7-1.700-1-4-1-6V11a4 4 0 0 1 8 0v3c0 1.800.2 3.500.7 5M12
 11v4c0 2 .3 4 .9 5.500M5.500 17c-.4-1.300-.5-2.700-.5-4"/>`),
  face: draw(html`<path d="M4 8V5.500A1.500 1.500 0 0 1 5.500 4H8M16 4h2.500A1.500 1.500 0 0 1 20 5.500V8M20 16v2.500a1.500 1.500
 0 0 1-1.500 1.500H16M8 20H5.500A1.500 1.500 0 0 1 4 18.500V16M9 9.500v1M15 9.500v1M12 9.500v3h-.8M9 15.200c1.800 1.400 4.200 1.400
 6 0"/>`),
  live: draw(html`<circle cx="12" cy="8.500" r="3.500"/><path d="M5.500 20c.6-3.600 3.200-5.500 6.500-5.500s5.900 1.900 6.500
 5.500M3 5.500C3.600 4 4.500 3 6 2.500M21 5.500C20.400 4 19.500 3 18 2.500"/>`),
  yes: draw(html`<path d="M5 12.500l4.500 4.500L19 7.500"/>`),
  no: draw(html`<path d="M7 7l10 10M17 7L7 17"/>`),
} as const;
