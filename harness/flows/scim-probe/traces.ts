import { isObject, listOf, objectOf, textAt } from '../../scim/read-requests.ts';
import type { ScimAnswer, ScimCaller } from './caller.ts';

/** Calls a service, and knows what was made there by it. */
export interface Traces {
  readonly call: ScimCaller['call'];
  /** Removes all that was made, the latest first. @returns what is still there, each with its name */
  readonly clear: () => Promise<readonly string[]>;
}

/** Keeps what is made on disk, so that a later run finds it where this one is killed before it has removed it. */
export interface ProbeJournal {
  /** Something may be made that this address finds. */
  readonly intend: (look: string) => void;
  readonly made: (target: string) => void;
  readonly gone: (target: string) => void;
}

const noJournal: ProbeJournal = { intend: () => undefined, made: () => undefined, gone: () => undefined };

export function createTraces(call: ScimCaller['call'], journal: ProbeJournal = noJournal): Traces {
  /** Target → name. */
  const made = new Map<string, string>();
  /** Addresses that find what may have been made although no answer said so. */
  const uncertain: string[] = [];

  const keep = (kind: string, body: unknown) => {
    const id = textAt(body, 'id');
    if (id === undefined) return;
    const target = `/${kind}/${encodeURIComponent(id)}`;
    journal.made(target);
    made.set(target, nameIn(body)?.value ?? id);
  };
  const remove = async (target: string): Promise<boolean> => {
    const { status } = await call('DELETE', target);
    const isGone = status < 300 || status === 404;
    if (isGone) journal.gone(target);
    return isGone;
  };
  return {
    call: async (method, target, options) => {
      const kind = /^\/(Users|Groups)$/.exec(target)?.[1];
      if (method !== 'POST' || kind === undefined) return call(method, target, options);
      const look = lookFor(kind, options?.body);
      if (look !== '') journal.intend(look);
      const answer = await call(method, target, options).catch((error: unknown) => {
        uncertain.push(look);
        throw error;
      });
      if (answer.status < 300) keep(kind, answer.body);
      else if (answer.status >= 500) uncertain.push(look);
      return answer;
    },
    clear: async () => {
      for (const look of uncertain.filter((one) => one !== '')) {
        const found = await call('GET', look).catch((): Partial<ScimAnswer> => ({}));
        for (const one of listOf(objectOf(found.body).Resources))
          keep(look.slice(1).split('?')[0] ?? '', one);
      }
      const left: string[] = [];
      for (const [target, name] of [...made].toReversed())
        if (!(await remove(target).catch(() => false))) left.push(`${target} (${name})`);
      return left;
    },
  };
}

function lookFor(kind: string, body: unknown): string {
  const name = nameIn(body);
  if (name === undefined) return '';
  return `/${kind}?filter=${encodeURIComponent(`${name.attribute} eq ${JSON.stringify(name.value)}`)}`;
}

function nameIn(body: unknown): { readonly attribute: string; readonly value: string } | undefined {
  if (!isObject(body)) return undefined;
  const attribute = 'userName' in body ? 'userName' : 'displayName';
  const value = textAt(body, attribute);
  return value === undefined ? undefined : { attribute, value };
}
