import { isObject, listOf, objectOf, textAt } from '../../scim/read-requests.ts';
import type { ScimAnswer, ScimCaller } from './caller.ts';

/** Calls a service, and knows what was made there by it. */
export interface Traces {
  readonly call: ScimCaller['call'];
  /** Removes all that was made, the latest first. @returns what is still there, each with its name */
  readonly clear: () => Promise<readonly string[]>;
}

export function createTraces(call: ScimCaller['call']): Traces {
  /** Target → name. */
  const made = new Map<string, string>();
  /** Addresses that find what may have been made although no answer said so. */
  const uncertain: string[] = [];

  const keep = (kind: string, body: unknown) => {
    const id = textAt(body, 'id');
    if (id !== undefined) made.set(`/${kind}/${encodeURIComponent(id)}`, nameIn(body)?.value ?? id);
  };
  const remove = async (target: string): Promise<boolean> => {
    const { status } = await call('DELETE', target);
    return status < 300 || status === 404;
  };
  return {
    call: async (method, target, options) => {
      const kind = /^\/(Users|Groups)$/.exec(target)?.[1];
      if (method !== 'POST' || kind === undefined) return call(method, target, options);
      const answer = await call(method, target, options).catch((error: unknown) => {
        uncertain.push(lookFor(kind, options?.body));
        throw error;
      });
      if (answer.status < 300) keep(kind, answer.body);
      else if (answer.status >= 500) uncertain.push(lookFor(kind, options?.body));
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
