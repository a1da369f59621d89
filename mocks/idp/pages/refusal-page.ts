import { html, raw } from 'hono/html';
import { respondFramed } from './frame.ts';

/** Why a page cannot go on. Each has one text, whatever the private reason was. */
export type Refusal =
  | 'denied'
  | 'expired'
  | 'biometric'
  | 'liveness'
  | 'number'
  | 'not-enrolled'
  | 'other-person'
  | 'unverified'
  | 'too-many-attempts'
  | 'not-assigned'
  | 'account'
  | 'bad-request'
  | 'login-unknown'
  | 'finished'
  | 'cancelled';

interface Text {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  /** A new QR code helps. */
  readonly retry?: true;
}

const texts: Readonly<Record<Refusal, Text>> = {
  denied: {
    status: 403,
    title: 'You declined this sign-in',
    text: 'If that was not you, tell your administrator. If it was a mistake, show a new code and confirm it.',
    retry: true,
  },
  expired: {
    status: 410,
    title: 'The code has expired',
    text: 'A code works for two minutes and only once. Show a new code and scan it right away.',
    retry: true,
  },
  biometric: {
    status: 403,
    title: 'You were not recognised',
    text: 'Your phone did not recognise your fingerprint or face. Clean the sensor or camera and try again.',
    retry: true,
  },
  liveness: {
    status: 403,
    title: 'The liveness check did not pass',
    text: 'Find better light, hold the phone at eye level and try again.',
    retry: true,
  },
  number: {
    status: 403,
    title: 'The numbers did not match',
    text: 'Choose on your phone the number that this page shows. If your phone showed a sign-in that you did not start, decline it.',
    retry: true,
  },
  'not-enrolled': {
    status: 403,
    title: 'That phone is not set up',
    text: 'Set up the app with the code from your administrator, then show a new code here.',
    retry: true,
  },
  'other-person': {
    status: 403,
    title: 'That phone belongs to someone else',
    text: 'Scan the code with your own phone.',
    retry: true,
  },
  unverified: {
    status: 403,
    title: 'The answer could not be verified',
    text: 'Update the app on your phone, then show a new code and try again.',
    retry: true,
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many failed attempts',
    text: 'Go back to the application and start again. If it keeps failing, ask your administrator for help.',
  },
  'not-assigned': {
    status: 403,
    title: 'You cannot use this application',
    text: 'Ask your administrator for access, then start again.',
  },
  account: {
    status: 403,
    title: 'You cannot sign in right now',
    text: 'Ask your administrator for help.',
  },
  'bad-request': {
    status: 400,
    title: 'This sign-in request does not work',
    text: 'Go back to the application and start again. If it happens again, tell your administrator.',
  },
  'login-unknown': {
    status: 410,
    title: 'This sign-in is no longer open',
    text: 'It took too long, or was started in another browser. Go back to the application and start again.',
  },
  finished: {
    status: 410,
    title: 'This sign-in is already finished',
    text: 'You can go on in the application.',
  },
  cancelled: {
    status: 403,
    title: 'You cancelled this sign-in',
    text: 'Start again whenever you like.',
  },
};

export interface RefusalFacts {
  readonly organisation: string;
  readonly nonce: string;
  /** Absent when there is no login that could go on. */
  readonly loginId?: string;
  readonly application?: { readonly name: string; readonly accessUrl: string };
  /** Text to show as it is: what only a weak double does. */
  readonly echo?: string;
}

/** A page that says what happened and what to do, and nothing else. */
export function respondRefusal(refusal: Refusal, facts: RefusalFacts): Promise<Response> {
  const { status, title, text, retry } = texts[refusal];
  const canRetry = retry === true && facts.loginId !== undefined;
  const body = html`<div class="card">
<div class="notice bad" role="alert" id="refusal" data-refusal="${refusal}"><h1>${title}</h1><p>${text}</p></div>
<div class="actions">
${canRetry ? html`<a class="button" id="new-code" href="/login?id=${facts.loginId}">Show a new code</a>` : ''}
${
  facts.application === undefined
    ? ''
    : html`<a class="button quiet" id="restart" href="${facts.application.accessUrl}">Go to ${facts.application.name}</a>`
}
</div>${facts.echo === undefined ? '' : html`<p>${raw(facts.echo)}</p>`}</div>`;
  return respondFramed({ organisation: facts.organisation, title, body }, { nonce: facts.nonce, status });
}
