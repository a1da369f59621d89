import { access, alice, deepLink, type GenuineFacts, names, postedRelayState } from './genuine-facts.ts';

/** First page of the access portal. */
export function signInPage(nonce: string): string {
  return page(
    'AWS access portal',
    nonce,
    `<div data-testid="sign-in"><h1>Sign in</h1>
<form method="post" action="/start/login" autocomplete="off" novalidate>
<input type="hidden" id="destination" name="destination" value="">
<label for="username-input">Username</label>
<input id="username-input" name="username" type="text" inputmode="email" autocomplete="off" required autofocus>
<button id="username-submit-button" type="submit">Next</button></form></div>`,
    `const field=document.getElementById('destination');if(location.hash.startsWith('#/console?'))field.value=location.hash;`,
  );
}

/** The page that the phone scans; the picture is left out, for the phone's record has the code. */
export function loginPage({ loginId, service }: GenuineFacts, nonce: string, challenge: string): string {
  const query = `id=${loginId}`;
  return page(
    `Sign in to ${service.application} – Acme`,
    nonce,
    `<div id="login" data-status="/login/status?${query}" data-next="/login/complete?${query}"><h1>Sign in to ${service.application}</h1>
<p>On your phone, choose the number <strong id="match-number">47</strong></p>
<p id="status" role="status">Waiting for your phone…</p>
<a id="continue" href="/login/complete?${query}">I have confirmed on my phone</a>
<a id="new-code" href="/login?${query}">Show a new code</a>
<form method="post" action="/login/cancel"><input type="hidden" name="id" value="${loginId}"><button id="cancel">Cancel</button></form>
<img id="qr" src="data:image/png;base64,iVBORw0KGgo=" width="280" height="280" alt="QR code for this sign-in.">
<code id="qr-text">${names.idpOrigin}/qr?s=${loginId}&amp;c=${challenge}</code></div>`,
    `document.querySelector('#continue').hidden=true;`,
  );
}

/** The form that carries the Response: it sends itself, and has a button. */
export function postPage(facts: GenuineFacts, nonce: string): string {
  const { service } = facts;
  const relayState = postedRelayState(facts);
  const state =
    relayState === undefined ? '' : `\n<input type="hidden" name="RelayState" value="${relayState}">`;
  return page(
    'Signing you in – Acme',
    nonce,
    `<h1>Signing you in to ${service.application}</h1>
<p>You are sent on by yourself. If nothing happens, press Continue.</p>
<form method="post" action="${service.acsUrl}" autocomplete="off" id="saml-form">
<input type="hidden" name="SAMLResponse" value="kept-as-artifact">${state}
<button>Continue</button></form>`,
    `document.querySelector('#saml-form').submit();`,
  );
}

const portalBar = `<span data-testid="user-name">${alice.userName}</span>
<form method="post" action="/start/logout"><button id="sign-out-button" type="submit">Sign out</button></form>
`;

export function consolePage(nonce: string): string {
  const { accountId, roleName } = deepLink;
  return page(
    `${roleName} · ${accountId}`,
    nonce,
    `${portalBar}<div data-testid="console"><h1>${roleName}</h1><p>${accountId}</p></div>`,
  );
}

export function portalPage(nonce: string): string {
  const accounts = access.map(
    ({ accountId, accountName, roles }) =>
      `<li data-account-id="${accountId}" data-account-name="${accountName}"><b>${accountName}</b> ${accountId}` +
      roles
        .map(
          (role) =>
            `<a data-role-name="${role}" href="/start/console?account_id=${accountId}&amp;role_name=${role}">${role}</a>`,
        )
        .join('') +
      '</li>',
  );
  return page(
    'AWS access portal',
    nonce,
    `${portalBar}<div data-testid="portal-home"><h1>AWS access portal</h1><ul>${accounts.join('')}</ul></div>`,
  );
}

/** What the person reads on the portal's page. */
export const portalText = `AWS access portal\n${alice.userName}\nSign out\nAWS accounts (${access.length})`;

/** A page as the doubles write them. */
export function page(title: string, nonce: string, body: string, script?: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">body{margin:0}</style>
</head>
<body>
<main>${body}</main>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
}
