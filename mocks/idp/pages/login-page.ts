import { html } from 'hono/html';
import QRCode from 'qrcode';
import { respondFramed } from './frame.ts';

export interface LoginPageFacts {
  readonly organisation: string;
  readonly application: string;
  readonly loginId: string;
  readonly nonce: string;
  readonly qr: string;
  readonly number: string;
  readonly secondsLeft: number;
  readonly isScanned: boolean;
  /** Whom the application expects. */
  readonly hint?: string;
}

/** Polls for the phone's answer, counts down, and moves on. The page works without it, by its buttons. */
const script = `
const root=document.querySelector('#login'),status=document.querySelector('#status'),left=document.querySelector('#left');
const end=Date.now()+Number(root.dataset.seconds)*1000,next=()=>location.replace(root.dataset.next);
let shown='';
const say=text=>{if(text!==shown){shown=text;status.textContent=text}};
const tick=()=>{const s=Math.max(0,Math.ceil((end-Date.now())/1000));
left.textContent=Math.floor(s/60)+':'+String(s%60).padStart(2,'0');left.dateTime='PT'+s+'S'};
const poll=async()=>{try{const answer=await fetch(root.dataset.status,{cache:'no-store'});
const {state}=await answer.json();if(state!=='waiting'&&state!=='scanned')return next();
say(state==='scanned'?'Scanned. Choose the number on your phone and confirm that it is you.':'Waiting for your phone…')}
catch{say('The connection was lost. Trying again…')}setTimeout(poll,250)};
document.querySelector('#continue').hidden=true;tick();setInterval(tick,500);poll();`;

/** The page that a phone scans. */
export async function respondLoginPage(facts: LoginPageFacts): Promise<Response> {
  const code = await QRCode.toString(facts.qr, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  const image = `data:image/svg+xml,${encodeURIComponent(code)}`;
  const query = `id=${facts.loginId}`;
  const minutes = `${Math.floor(facts.secondsLeft / 60)}:${String(facts.secondsLeft % 60).padStart(2, '0')}`;
  const body = html`<div class="card wide scan" id="login" data-seconds="${facts.secondsLeft}"
 data-status="/login/status?${query}" data-next="/login/complete?${query}">
<div>
<h1>Sign in to ${facts.application}</h1>
${facts.hint === undefined ? '' : html`<p class="muted">as <strong>${facts.hint}</strong></p>`}
<ol class="steps">
<li><span>Open the app on your phone and scan the code.</span></li>
<li><span>On your phone, choose the number <strong class="number" id="match-number">${facts.number}</strong></span></li>
<li><span>Confirm with your fingerprint or face.</span></li>
</ol>
<p class="status" id="status" role="status">${
    facts.isScanned
      ? 'Scanned. Choose the number on your phone and confirm that it is you.'
      : 'Waiting for your phone…'
  }</p>
</div>
<div class="code">
<img id="qr" src="${image}" width="280" height="280" alt="QR code for this sign-in. Scan it with the app on your phone.">
<p class="muted">This code works for <time id="left" datetime="PT${facts.secondsLeft}S">${minutes}</time></p>
<details><summary>Cannot scan the code?</summary>
<p>Paste this link into the app:</p><p><code id="qr-text">${facts.qr}</code></p></details>
</div>
<div class="actions">
<a class="button" id="continue" href="/login/complete?${query}">I have confirmed on my phone</a>
<a class="button quiet" id="new-code" href="/login?${query}">Show a new code</a>
<form method="post" action="/login/cancel"><input type="hidden" name="id" value="${facts.loginId}">
<button class="quiet" id="cancel">Cancel</button></form>
</div>
</div>`;
  return respondFramed(
    { organisation: facts.organisation, title: `Sign in to ${facts.application}`, body, script },
    // Cancelling goes on to the application by another form.
    { nonce: facts.nonce },
  );
}
