import { html } from 'hono/html';
import { type Markup, respondPage } from '../../core/page.ts';
import { icons } from './icons.ts';
import { phoneScript } from './phone-script.ts';
import { phoneStyles } from './phone-styles.ts';

export interface PhonePageFacts {
  readonly nonce: string;
  /** User names of those who enrolled a phone. */
  readonly people: readonly string[];
  /** Where people enrol, for them to see. */
  readonly idpOrigin: string;
}

/** The phone in a person's hand: scan, compare, approve. */
export function phonePage({ nonce, people, idpOrigin }: PhonePageFacts): Promise<Response> {
  return respondPage(
    {
      title: 'Authenticator',
      body: html`<div class="phone"><p class="brand">${icons.brand}Authenticator</p><div class="screen">
<noscript><p class="problem">The phone needs JavaScript to read a picture and to sign your answer.</p></noscript>
<p class="problem" id="problem" role="alert"></p>
${startScreen(people, idpOrigin)}${requestScreen}${resultScreen}</div></div>`,
      styles: phoneStyles,
      script: phoneScript,
    },
    { nonce },
  );
}

function startScreen(people: readonly string[], idpOrigin: string): Markup {
  return html`<section id="start" aria-labelledby="start-title"><h1 id="start-title" tabindex="-1">Approve a sign-in</h1>
${people.length === 0 ? html`<p>Nobody has enrolled this phone yet. Enrol it with a code from your administrator.</p>` : scanForm(people)}
<details ${people.length === 0 ? 'open' : ''}><summary>Enrol ${people.length === 0 ? 'this phone' : 'another person'}</summary>
<form id="enrol"><p class="muted">At ${idpOrigin}</p>
<div><label for="enrol-user">E-mail address</label>
<input id="enrol-user" type="text" inputmode="email" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
<div><label for="enrol-code">Enrolment code</label>
<input id="enrol-code" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
<button type="submit">Enrol</button></form></details></section>`;
}

function scanForm(people: readonly string[]): Markup {
  return html`<div><label for="owner">Whose phone</label>
<select id="owner">${people.map((userName) => html`<option value="${userName}">${userName}</option>`)}</select></div>
<div><input class="visually-hidden file" id="file" type="file" accept="image/*">
<label class="drop" for="file">${icons.scan}Scan the code
<span>Paste, drop or choose a screenshot of the sign-in page</span></label></div>
<details><summary>Type the code instead</summary><form id="typed"><div><label for="code">Text of the code</label>
<input id="code" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
<button type="submit">Continue</button></form></details>`;
}

const requestScreen = html`<section id="request" aria-labelledby="request-title" hidden>
<h1 id="request-title" tabindex="-1">Are you signing in?</h1>
<dl><div><dt>Application</dt><dd id="application"></dd></div><div><dt>Asked by</dt><dd id="origin"></dd></div>
<div><dt>You</dt><dd id="user"></dd></div></dl>
<fieldset><legend>Which number does the sign-in page show?</legend><div class="numbers" id="numbers"></div></fieldset>
<fieldset><legend>Approve with</legend><div class="sensors">
<button type="button" data-biometric="touch-id">${icons.finger}Touch ID</button>
<button type="button" data-biometric="face-id">${icons.face}Face ID</button>
<button type="button" data-biometric="live-id">${icons.live}LiveID</button></div></fieldset>
<button type="button" class="deny" id="deny">Deny</button>
<details><summary>What the sensor finds</summary><label for="sensor">For trying out what happens</label>
<select id="sensor"><option value="approve">It recognises me</option>
<option value="no-match">It does not recognise me</option>
<option value="no-living">LiveID sees no living face</option></select></details></section>`;

const resultScreen = html`<section id="result" class="done" aria-labelledby="result-title" data-good="no" hidden>
<div class="sign"><span class="yes">${icons.yes}</span><span class="no">${icons.no}</span></div>
<h1 id="result-title" tabindex="-1"></h1><p id="result-text"></p>
<button type="button" id="again">Done</button></section>`;
