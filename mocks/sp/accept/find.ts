import { Refusal } from '../../core/saml/refusal.ts';
import { type Element, everyElement } from '../../core/saml/xml.ts';
import type { Run } from './types.ts';

type Naming = Pick<Run, 'steps'>;

/** Child elements of that name, by the names as the steps compare them. */
export function children(
  { steps }: Naming,
  element: Element | undefined,
  namespace: string,
  local: string,
): readonly Element[] {
  return (element?.children ?? []).filter((child) => steps.isNamed(child, namespace, local));
}

/** The only child of that name; undefined when there is none. Several are refused. */
export function optional(
  run: Naming,
  element: Element | undefined,
  namespace: string,
  local: string,
): Element | undefined {
  const found = children(run, element, namespace, local);
  if (found.length > 1) throw new Refusal(`"${element?.local}" has ${found.length} of "${local}"`);
  return found[0];
}

/** The only child of that name, or a refusal. */
export function required(run: Naming, element: Element, namespace: string, local: string): Element {
  const found = optional(run, element, namespace, local);
  if (found === undefined) throw new Refusal(`"${element.local}" has no "${local}"`);
  return found;
}

/** The element and all below it that have that name, in document order. */
export function everywhere(
  { steps }: Naming,
  root: Element,
  namespace: string,
  local: string,
): readonly Element[] {
  return [...everyElement(root)].filter((one) => steps.isNamed(one, namespace, local));
}

/** Value of an attribute of SAML's own; undefined when the element has none, or is none. */
export function attr({ steps }: Naming, element: Element | undefined, name: string): string | undefined {
  return element && steps.attributeOf(element, name);
}

/** Shortens what a message says for an audit record. */
export function quote(text: string | undefined): string {
  const given = text ?? '';
  return `"${given.length > 120 ? `${given.slice(0, 60)}…${given.slice(-40)}` : given}"`;
}
