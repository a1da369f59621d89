import { html } from 'hono/html';
import type { AccountAccess } from '../../../../harness/model/records.ts';
import { type Markup, respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';
import { consolePath } from '../relay-state.ts';

export interface PortalFacts {
  readonly nonce: string;
  readonly userName: string;
  readonly givenName: string;
  readonly access: readonly AccountAccess[];
  /** Section of the applications, above that of the accounts, and what it needs of CSS. */
  readonly applications?: Markup;
  readonly moreStyles?: string;
}

const styles = `${portalStyles}
.tools{display:flex;gap:1rem;align-items:end;justify-content:space-between;flex-wrap:wrap;margin:1.5rem 0 1rem}
.tools h2{margin:0}
.tools div{flex:0 1 20rem}
ul{list-style:none;margin:0;padding:0}
.accounts{display:grid;gap:.75rem}
.accounts>li{padding:0;overflow:hidden}
summary{display:flex;gap:.25rem .9rem;align-items:baseline;flex-wrap:wrap;padding:1rem 1.25rem;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"";flex:none;width:.5rem;height:.5rem;border:solid var(--muted);border-width:0 2px 2px 0;
transform:rotate(-45deg)}
details[open]>summary::before{transform:rotate(45deg)}
summary:focus-visible{outline-offset:-3px}
summary b{font-size:1.05rem}
.roles{border-top:1px solid var(--line);padding:.35rem 1.25rem .6rem 2.65rem}
.roles li{border-bottom:1px solid var(--line)}
.roles li:last-child{border:0}
.roles a{display:inline-flex;align-items:center;min-height:44px;font-weight:600;text-decoration:none}
.roles a:hover{text-decoration:underline}
.empty{text-align:center;padding:3rem 1.5rem}
@media(max-width:30rem){.tools div{flex-basis:100%}.roles{padding-left:1.25rem}}
`;

/** Opens a deep link for someone who is signed in already, and filters the accounts while typing. */
const script = `
if (location.hash.startsWith('#/console?')) location.replace('/start' + location.hash.slice(1));
const filter = document.getElementById('filter');
const status = document.getElementById('filter-status');
filter?.addEventListener('input', () => {
  const wanted = filter.value.trim().toLowerCase();
  let shown = 0;
  for (const item of document.querySelectorAll('[data-account-id]')) {
    item.hidden = !item.textContent.toLowerCase().includes(wanted);
    if (!item.hidden) shown += 1;
  }
  status.textContent = wanted === '' ? '' : shown === 1 ? '1 account found' : shown + ' accounts found';
});
`;

/** The access portal of someone who is signed in. */
export function portalPage(facts: PortalFacts): Promise<Response> {
  const { nonce, userName, givenName, access, applications, moreStyles = '' } = facts;
  return respondPage(
    {
      title: 'AWS access portal',
      header: portalBar(userName),
      body: html`<div data-testid="portal-home"><h1>AWS access portal</h1>
<p class="muted">${givenName === '' ? 'Welcome.' : `Welcome, ${givenName}.`}</p>
${applications ?? ''}
${access.length > 0 ? accountList(access) : applications === undefined ? nothingAssigned : ''}</div>`,
      footer: html`A double of IAM Identity Center for tests. Not operated by AWS.`,
      styles: styles + moreStyles,
      script,
    },
    { nonce },
  );
}

/** The bar with the person's name and the way out. */
export function portalBar(userName: string): Markup {
  return html`<div class="bar"><strong>AWS access portal</strong>
<span data-testid="user-name">${userName}</span>
<form method="post" action="/start/logout"><button id="sign-out-button" type="submit">Sign out</button></form></div>`;
}

const nothingAssigned = html`<section class="card empty" data-testid="no-access">
<h2>No accounts or applications are assigned to you</h2>
<p class="muted">When your administrator assigns you access to AWS accounts or applications, they appear here.</p>
</section>`;

function accountList(access: readonly AccountAccess[]): Markup {
  return html`<section aria-labelledby="accounts-title">
<div class="tools"><h2 id="accounts-title">AWS accounts (${access.length})</h2>
<div><label for="filter">Filter accounts by name, ID or role</label>
<input id="filter" type="search" autocomplete="off" spellcheck="false"></div></div>
<p id="filter-status" class="visually-hidden" role="status"></p>
<ul class="accounts">${access.map(accountItem)}</ul></section>`;
}

function accountItem({ accountId, accountName, roles }: AccountAccess): Markup {
  return html`<li class="card" data-account-id="${accountId}" data-account-name="${accountName}">
<details open><summary><b>${accountName}</b><span class="muted">${accountId}</span></summary>
<ul class="roles" aria-label="Roles in ${accountName}">${roles.map(
    (
      roleName,
    ) => html`<li><a data-role-name="${roleName}" href="${consolePath({ accountId, roleName })}">${roleName}<span
class="visually-hidden"> in ${accountName}</span></a></li>`,
  )}</ul></details></li>`;
}
