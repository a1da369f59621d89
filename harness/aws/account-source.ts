import { type JsonNode, type Locate, locator, memberOf, readJson } from './policy/json.ts';
import type { PolicyPlace } from './policy/types.ts';

/** Something in a file of AWS's that cannot be used. The rest of the file still can. */
export interface AccountFault {
  readonly says: string;
  /** Pointer, line and column within the file. */
  readonly place: PolicyPlace;
}

/** A JSON document of AWS's while it is read: its places, and what was found wrong. */
export interface Source {
  readonly locate: Locate;
  readonly faults: AccountFault[];
}

/** Begins the reading of one document. A byte order mark at its start is left out of account. */
export function openSource(text: string): { readonly source: Source; readonly root: JsonNode | undefined } {
  const source: Source = { locate: locator(text), faults: [] };
  const json = readJson(text.replace(/^\ufeff/, ' '));
  if ('root' in json) return { source, root: json.root };
  report(source, json.problem, '', `It is not JSON: ${json.problem.says}`);
  return { source, root: undefined };
}

export function report(
  { locate, faults }: Source,
  { at }: { readonly at: number },
  pointer: string,
  says: string,
): void {
  faults.push({ says, place: { pointer, ...locate(at) } });
}

export function textOf(node: JsonNode | undefined, name: string): string | undefined {
  const member = memberOf(node, name);
  return member?.kind === 'string' ? member.value : undefined;
}
