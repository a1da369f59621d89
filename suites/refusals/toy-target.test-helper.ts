import type { RefusalTarget } from '../../harness/flows/refusals/target.ts';
import { NAMEID } from '../../harness/saml/namespaces.ts';
import { harnessIdp, people } from './people.ts';

/** How a service provider made for tests behaves; it believes everything unless told otherwise. */
export interface ToyBehaviour {
  /** Whether a message logs its NameID in; the text is the decoded XML. */
  readonly accepts?: (xml: string, toy: Toy) => boolean;
  /** Answers in place of the login, for example with a redirect. */
  readonly answer?: (form: URLSearchParams, who: string | undefined) => Response | undefined;
  /** Any page but the one that takes messages; names who is logged in unless given. */
  readonly home?: ((who: string | undefined, url: URL) => Response) | undefined;
  /** Called before anything else is done; may throw as a network does. */
  readonly before?: (request: Request) => Promise<void> | void;
  /** Keeps one session under a cookie that was there before the login, as some frameworks do. */
  readonly sharedSession?: true;
}

export interface Toy {
  readonly target: RefusalTarget;
  readonly sessions: Map<string, string>;
  requests: number;
  /** A clock that moves by a millisecond at each look, and by what `later` adds. */
  readonly stopwatch: () => number;
  readonly later: (ms: number) => void;
}

const origin = 'https://toy.countersign.test';

/** The smallest service provider: a session for whoever the first NameID names. Not a model for anything. */
export function openToy(behaviour: ToyBehaviour = {}): Toy {
  const sessions = new Map<string, string>();
  let time = 0;
  const stopwatch = () => {
    time += 1;
    return time;
  };
  const later = (ms: number) => {
    time += ms;
  };
  const target = {} as RefusalTarget; // filled in below, as it refers to itself
  const toy: Toy = { sessions, requests: 0, target, stopwatch, later };
  const cookieOf = (text: string | null) => /sid=([^;]+)/.exec(text ?? '')?.[1] ?? '';
  const send = async (request: Request): Promise<Response> => {
    toy.requests += 1;
    await behaviour.before?.(request);
    const { pathname } = new URL(request.url);
    const sid = cookieOf(request.headers.get('cookie'));
    if (pathname === '/prepare') return setCookie(crypto.randomUUID());
    if (pathname !== '/acs')
      return (
        behaviour.home?.(sessions.get(sid), new URL(request.url)) ??
        new Response(sessions.get(sid) ?? 'nobody')
      );
    const form = new URLSearchParams(await request.text());
    const xml = Buffer.from(form.get('SAMLResponse') ?? '', 'base64').toString('utf8');
    const name = /<saml:NameID[^>]*>([^<]*)/.exec(xml)?.[1];
    const who = name !== undefined && (behaviour.accepts?.(xml, toy) ?? true) ? name : undefined;
    const key = behaviour.sharedSession === true && sid !== '' ? sid : crypto.randomUUID();
    if (who !== undefined) sessions.set(key, who);
    const answer = behaviour.answer?.(form, who);
    if (answer !== undefined) return answer;
    return who === undefined ? new Response('Refused.', { status: 403 }) : setCookie(key, '/');
  };
  const facts: RefusalTarget = {
    name: 'Toy',
    mode: 'double',
    entityId: `${origin}/metadata`,
    acsUrl: `${origin}/acs`,
    origins: [origin],
    idp: harnessIdp,
    signed: 'assertion',
    nameIdFormat: NAMEID.emailAddress,
    ...people,
    whoami: async (jar) => sessions.get(cookieOf(jar.cookieHeader(origin))),
    can: [],
    send,
  };
  Object.assign(target, facts);
  return toy;
}

function setCookie(sid: string, location?: string): Response {
  return new Response('Welcome.', {
    status: location === undefined ? 200 : 303,
    headers: {
      ...(location === undefined ? {} : { location }),
      'set-cookie': `sid=${sid}; Path=/; Secure; HttpOnly; SameSite=None`,
      'content-type': 'text/html',
    },
  });
}
