import { html } from 'hono/html';
import { respondFramed } from '../../idp/pages/frame.ts';

export interface StartHereFacts {
  readonly organisation: string;
  readonly nonce: string;
  /** Name of the application whose request cannot be answered. */
  readonly application: string;
}

/** Answer to an application that begins a login though people start it from their catalog. */
export function respondStartHere({ organisation, nonce, application }: StartHereFacts): Promise<Response> {
  const body = html`<div class="card">
<div class="notice bad" role="alert" id="refusal" data-refusal="idp-initiated-only">
<h1>Start ${application} from your catalog</h1>
<p>A sign-in that begins at the application does not work here. Open your catalog and choose its tile.</p></div>
<div class="actions"><a class="button" id="open-catalog" href="/">Open your catalog</a></div></div>`;
  return respondFramed({ organisation, title: 'Start from your catalog', body }, { nonce, status: 403 });
}
