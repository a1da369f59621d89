import type { Double } from '../../../harness/model/double.ts';
import { createControlClient } from '../../core/control-client.ts';
import { createSignInClient, type SignInClient } from '../sign-in/client.ts';
import type { SignInConfig } from '../sign-in/config.ts';
import { createSignIn } from '../sign-in/double.ts';
import { globalAcs, start } from './world.ts';

/** A browser before the sign-in page and the console; cookies belong to the host that set them. */
export interface ConsoleBrowser {
  readonly get: (url: string) => Promise<Response>;
  readonly post: (url: string, form: Readonly<Record<string, string>> | string) => Promise<Response>;
  readonly cookie: (host: string) => string;
}

export interface TestConsole {
  readonly double: Double;
  readonly client: SignInClient;
  readonly events: (type: string) => Promise<readonly { type: string; reason?: string; data?: object }[]>;
  readonly wait: (ms: number) => void;
  readonly newBrowser: () => ConsoleBrowser;
}

export function createTestConsole(config: SignInConfig): TestConsole {
  let now = start;
  const double = createSignIn(config, { now: () => now });
  const control = createControlClient(double.control);
  return {
    double,
    client: createSignInClient(control),
    events: async (type) =>
      (await control.get<readonly { type: string; reason?: string; data?: object }[]>('/events')).filter(
        (event) => event.type === type,
      ),
    wait: (ms) => {
      now += ms;
    },
    newBrowser: () => createBrowser(double),
  };
}

function createBrowser(double: Double): ConsoleBrowser {
  const jars = new Map<string, string>();
  async function send(url: string, init: RequestInit): Promise<Response> {
    const { host } = new URL(url);
    const headers = new Headers({ cookie: jars.get(host) ?? '' });
    const answer = await double.fetch(new Request(url, { ...init, headers, redirect: 'manual' }));
    for (const line of answer.headers.getSetCookie())
      jars.set(host, line.includes('Max-Age=0') ? '' : (line.split(';')[0] ?? ''));
    return answer;
  }
  return {
    get: (url) => send(url, { method: 'GET' }),
    post: (url, form) =>
      send(url, { method: 'POST', body: new URLSearchParams(typeof form === 'string' ? form : { ...form }) }),
    cookie: (host) => jars.get(host) ?? '',
  };
}

/** Posts a response to the ACS and follows to where it ends; gives the last answer and its address. */
export async function signIn(
  browser: ConsoleBrowser,
  fields: Readonly<Record<string, string>>,
  acs = globalAcs,
): Promise<{ readonly page: Response; readonly url: string; readonly text: string }> {
  let url = acs;
  let page = await browser.post(acs, fields);
  while (page.status === 303) {
    url = new URL(page.headers.get('location') ?? '', url).href;
    page = await browser.get(url);
  }
  return { page, url, text: await page.text() };
}
