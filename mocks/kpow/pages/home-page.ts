import { html } from 'hono/html';
import { type Markup, respondPage } from '../../core/page.ts';
import type { Session } from '../../sp/memory.ts';
import type { PageFacts } from '../../sp/pages/pages.ts';
import type { Person } from '../person.ts';
import { type Permission, permissionsOf, type Rbac } from '../rbac.ts';
import { styles } from './styles.ts';

/** The first page of somebody who is signed in: who they are, their roles, and what they may do. */
export function homePage(session: Session, person: Person, rbac: Rbac, facts: PageFacts): Promise<Response> {
  const { show } = facts;
  const time = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  return respondPage(
    {
      title: person.authorized ? 'Kpow' : 'No access | Kpow',
      header: bar(facts, person),
      body: html`<div data-testid="kpow-home" data-session-end="${new Date(session.expiresAt).toISOString()}">
<h1>${person.authorized ? 'Kafka clusters' : 'You may not see this Kpow'}</h1>
${person.authorized ? '' : notAuthorized(person)}
<section class="card" aria-labelledby="who"><h2 id="who">Who you are</h2>
<dl><dt>Name</dt><dd>${show(person.name)}</dd><dt>E-mail</dt><dd>${show(person.email)}</dd>
<dt>Signed in</dt><dd>since ${time(session.startedAt)}, until ${time(session.expiresAt)} (UTC)</dd></dl></section>
<section class="card" aria-labelledby="roles"><h2 id="roles">Your roles</h2>${roleList(person, facts)}</section>
${person.authorized ? permissions(permissionsOf(person.roles, rbac), facts) : ''}</div>`,
      footer: html`A double of Kpow for tests. Not made by Factor House.`,
      styles,
    },
    { nonce: facts.nonce, status: person.authorized ? 200 : 403 },
  );
}

function bar(facts: PageFacts, person: Person): Markup {
  return html`<div class="bar"><strong>${facts.name}</strong><span data-testid="user-name">${facts.show(person.email)}</span>
<form method="post" action="${facts.paths.logout}"><button class="quiet" type="submit" id="sign-out-button">Sign out</button></form></div>`;
}

function notAuthorized({ roles }: Person): Markup {
  return html`<p class="warning" role="status" data-testid="not-authorized">${
    roles.length === 0
      ? 'Your sign-in brought no role.'
      : 'None of the roles that your sign-in brought may see it.'
  } Ask your administrator for access; the roles below are what Kpow was given.</p>`;
}

function roleList({ roles, unknown, admin }: Person, { show }: PageFacts): Markup {
  if (roles.length === 0) return html`<p class="muted" data-testid="no-roles">You have no role.</p>`;
  return html`<ul class="roles">${roles.map(
    (role) =>
      html`<li data-role="${role}"><code>${show(role)}</code>${
        unknown.includes(role) ? html` <span class="tag">not in the access file</span>` : ''
      }</li>`,
  )}</ul>${admin ? html`<p>You are an administrator.</p>` : ''}`;
}

function permissions(lines: readonly Permission[], { show }: PageFacts): Markup {
  if (lines.length === 0) return html``;
  return html`<section class="card" aria-labelledby="may"><h2 id="may">What you may do</h2>
<table><thead><tr><th scope="col">Resource</th><th scope="col">Action</th><th scope="col">Effect</th></tr></thead>
<tbody>${lines.map(
    ({ resource, action, effect }) =>
      html`<tr data-effect="${effect}" data-resource="${resource.join('/')}" data-action="${action}">
<td>${show(resource.join(' / '))}</td><td>${show(action)}</td><td class="${effect}">${words[effect]}</td></tr>`,
  )}</tbody></table></section>`;
}

const words = { Allow: 'allowed', Deny: 'denied', Stage: 'kept for an administrator' } as const;
