import { html, raw } from 'hono/html';
import { baseStyles } from './page-styles.ts';

/** Markup whose values are already escaped; made with `html` of `hono/html`. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  /** Content of the main landmark; it has the page's only h1. */
  readonly body: Markup;
  /** Content of the banner above the main landmark. */
  readonly header?: Markup;
  readonly footer?: Markup;
  /** More CSS after the shared styles. Our own text, never a visitor's. */
  readonly styles?: string;
  /** Inline script, run at the end of the body. Our own text, never a visitor's. */
  readonly script?: string;
  /** Seconds after which the page reloads where there is no script. */
  readonly refreshWithoutScript?: number;
}

export interface PageOptions {
  /** Unguessable, once per answer. */
  readonly nonce: string;
  readonly status?: number;
  /** Where forms may be sent, redirects after them included; `'self'` if not given. */
  readonly formAction?: string;
  /** More directives, or other values, for the Content-Security-Policy. */
  readonly csp?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Headers that every answer carries, pages or not. */
export const securityHeaders: Readonly<Record<string, string>> = Object.freeze({
  'cache-control': 'no-store',
  pragma: 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
});

/** Renders an accessible page: language, title, landmarks, visible focus, dark mode, narrow screens. */
export async function respondPage(page: Page, options: PageOptions): Promise<Response> {
  const { nonce } = options;
  const markup = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<link rel="icon" href="data:,">
${
  page.refreshWithoutScript === undefined
    ? ''
    : html`<noscript><meta http-equiv="refresh" content="${page.refreshWithoutScript}"></noscript>`
}
<style nonce="${nonce}">${raw(baseStyles)}${raw(page.styles ?? '')}</style>
</head>
<body>
${page.header === undefined ? '' : html`<header>${page.header}</header>`}
<main>${page.body}</main>
${page.footer === undefined ? '' : html`<footer>${page.footer}</footer>`}
${page.script === undefined ? '' : html`<script nonce="${nonce}">${raw(page.script)}</script>`}
</body>
</html>
`;
  return new Response(String(markup), {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...securityHeaders,
      'content-security-policy': policy(options),
      ...options.headers,
    },
  });
}

function policy({ nonce, formAction, csp }: PageOptions): string {
  const directives: Record<string, string> = {
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}'`,
    'style-src': `'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'form-action': formAction ?? "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    ...csp,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
