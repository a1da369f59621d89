import type { JarPort, RefusalTarget, Send } from '../../harness/flows/refusals/target.ts';
import { NAMEID } from '../../harness/saml/namespaces.ts';
import { harnessIdp, people } from '../refusals/people.ts';
import type { RunningWrapper } from './wrapper-process.ts';

export interface WrappedRelease {
  /** For example `samlify 2.9.1`. */
  readonly name: string;
  readonly wrapper: RunningWrapper;
  readonly signed: RefusalTarget['signed'];
  readonly send: Send;
}

/** A wrapped release as a target of the refusal runner. Its answers are the library's; its oracle is `/whoami`. */
export function targetOf({ name, wrapper, signed, send }: WrappedRelease): RefusalTarget {
  const { origin, entityId, acsUrl, singleLogoutUrl } = wrapper;
  const get = (jar: JarPort, path: string) => jar.fetch(new Request(`${origin}${path}`));
  return {
    name,
    mode: 'real',
    entityId,
    acsUrl,
    origins: [origin],
    idp: harnessIdp,
    signed,
    nameIdFormat: NAMEID.emailAddress,
    ...people,
    start: (jar) => get(jar, '/login'),
    whoami: async (jar) => readName(await get(jar, '/whoami'), 'nameId'),
    lastRefusal: async () => readName(await send(new Request(`${origin}/refusal`)), 'reason'),
    logOut: async (jar) => {
      await jar.fetch(new Request(`${origin}/logout`, { method: 'POST' }));
    },
    ...(singleLogoutUrl === undefined ? {} : { singleLogoutUrl }),
    restart: wrapper.restart,
    setClock: wrapper.setClock,
    // Each compares InResponseTo with what was asked, so that an answer to nothing is refused.
    can: ['unsolicited-off'],
    send,
  };
}

/** Only wrappers/server.mjs answers here, with an object of one field. */
async function readName(response: Response, field: string): Promise<string | undefined> {
  const answer = (await response.json()) as Record<string, string | null>;
  return answer[field] ?? undefined;
}
