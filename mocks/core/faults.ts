import type { HeaderFault } from '../../harness/model/mutation.ts';

/** A page that is slow, or fails outright. */
export interface AnswerFault {
  readonly path: string;
  readonly delayMs?: number;
  /** The answer is replaced by an empty one with this status. */
  readonly status?: number;
}
export type Fault = HeaderFault | AnswerFault;

/** Faults that a test switched on, applied to the answers of one double. */
export interface Faults {
  readonly list: () => readonly Fault[];
  readonly set: (faults: readonly Fault[]) => void;
  /** Applies every fault whose `path` the request path starts with. */
  readonly apply: (path: string, answer: Response) => Promise<Response>;
}

/** @param side which of a HeaderFault's sides this double is; others' faults are ignored */
export function createFaults(side?: HeaderFault['double']): Faults {
  let faults: readonly Fault[] = [];
  return {
    list: () => faults,
    set: (next) => {
      faults = next;
    },
    apply: async (path, answer) => {
      let current = answer;
      for (const fault of faults) {
        if (!path.startsWith(fault.path)) continue;
        if (!('double' in fault)) current = await applyAnswerFault(fault, current);
        else if (fault.double === side) current = await applyHeaderFault(fault, current);
      }
      return current;
    },
  };
}

async function applyAnswerFault(fault: AnswerFault, answer: Response): Promise<Response> {
  if (fault.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  return fault.status === undefined ? answer : new Response(null, { status: fault.status });
}

async function applyHeaderFault(fault: HeaderFault, answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers);
  for (const name of fault.remove ?? []) headers.delete(name);
  for (const [name, value] of Object.entries(fault.set ?? {})) headers.set(name, value);
  if (fault.cookie !== undefined) {
    const cookies = headers.getSetCookie();
    headers.delete('set-cookie');
    for (const cookie of cookies) headers.append('set-cookie', changeCookie(cookie, fault.cookie));
  }
  const isHtml = (headers.get('content-type') ?? '').includes('text/html');
  if (fault.appendHtml === undefined || !isHtml) {
    return new Response(answer.body, { status: answer.status, headers });
  }
  headers.delete('content-length');
  const text = await answer.text();
  const end = text.lastIndexOf('</body>');
  const at = end === -1 ? text.length : end;
  return new Response(text.slice(0, at) + fault.appendHtml + text.slice(at), {
    status: answer.status,
    headers,
  });
}

/** Takes an attribute off a Set-Cookie line, puts another on in place of one of the same name, or both. */
function changeCookie(line: string, change: NonNullable<HeaderFault['cookie']>): string {
  const nameOf = (part: string) => part.split('=')[0]?.trim().toLowerCase();
  const [pair = '', ...attributes] = line.split(';');
  const gone = [change.drop, change.add].filter((part) => part !== undefined).map(nameOf);
  const kept = attributes.filter((part) => !gone.includes(nameOf(part)));
  return [pair, ...kept, ...(change.add === undefined ? [] : [` ${change.add}`])].join(';');
}
