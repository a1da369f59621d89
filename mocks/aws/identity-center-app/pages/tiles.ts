import { html } from 'hono/html';
import type { Markup } from '../../../core/page.ts';
import { tilePath } from '../addresses.ts';
import type { Application } from '../applications.ts';

export const tileStyles = `
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem;list-style:none;margin:0 0 1.5rem;padding:0}
.tiles a{display:block;height:100%;text-decoration:none;color:inherit}
.tiles b{display:block;color:var(--accent)}
`;

/** The applications of a person, one tile each. */
export function applicationTiles(applications: readonly Application[]): Markup {
  return html`<section aria-labelledby="applications-title"><h2 id="applications-title">Applications (${applications.length})</h2>
<ul class="tiles">${applications.map(
    ({ setup, addresses }) =>
      html`<li><a class="card" data-application="${setup.displayName}" href="${tilePath(setup.displayName, addresses.key)}"><b>${setup.displayName}</b>
<span class="muted">${setup.description}</span></a></li>`,
  )}</ul></section>`;
}
