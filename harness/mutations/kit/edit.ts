import type { XmlElement } from '../../model/xml.ts';
import { parseOwn } from '../../saml/parse-own.ts';
import { childrenOf } from '../../saml/tree.ts';

/**
 * Text edits on XML that leave every other byte as it is. A target is a path of local names, for example
 * `Assertion/Issuer`: each step is a child of the one before, and the first step may be anywhere. A step may
 * carry `[2]` (the second of its name among its siblings) or `[Name=email]` (has this attribute value). The
 * first match in document order is meant. Every edit throws when nothing matches or nothing would change, so
 * that a mutation is never silently without effect.
 */
export function setAttribute(xml: string, target: string, name: string, value: string): string {
  return edit(xml, target, (element) => {
    const tag = startTagOf(xml, element);
    const found = findAttribute(tag, name);
    const written = `${name}="${escapeXml(value)}"`;
    const at = found?.start ?? tag.search(/\s*\/?>$/);
    const changed = found
      ? tag.slice(0, at) + written + tag.slice(found.end)
      : `${tag.slice(0, at)} ${written}${tag.slice(at)}`;
    return { from: element.start, to: element.start + tag.length, text: changed };
  });
}

export function removeAttribute(xml: string, target: string, name: string): string {
  return edit(xml, target, (element) => {
    const tag = startTagOf(xml, element);
    const found = findAttribute(tag, name);
    if (found === undefined) throw new EditError(`"${target}" has no attribute "${name}".`);
    const text = tag.slice(0, found.start).trimEnd() + tag.slice(found.end);
    return { from: element.start, to: element.start + tag.length, text };
  });
}

/** Replaces all that is inside the element by text, escaped. */
export function setText(xml: string, target: string, text: string): string {
  return setContent(xml, target, escapeXml(text));
}

/** Replaces all that is inside the element by a fragment of XML, as it stands. */
export function setContent(xml: string, target: string, fragment: string): string {
  return replaceElement(xml, target, (element, name) => {
    const tag = openedTag(element);
    return `${tag}${fragment}</${name}>`;
  });
}

/** Replaces all that is inside an element, which stands in this text at its place, by text, escaped. */
export function setContentAt(xml: string, { start, end, name }: XmlElement, text: string): string {
  const tag = openedTag(xml.slice(start, end));
  return `${xml.slice(0, start)}${tag}${escapeXml(text)}</${name}>${xml.slice(end)}`;
}

export function removeElement(xml: string, target: string): string {
  return edit(xml, target, ({ start, end }) => ({ from: start, to: end, text: '' }));
}

/** Puts a fragment in as the element's last child. */
export function insertInto(xml: string, target: string, fragment: string): string {
  return replaceElement(xml, target, (element, name) => {
    const isEmpty = startTagOf(element, { start: 0 }).endsWith('/>');
    if (isEmpty) return `${openedTag(element)}${fragment}</${name}>`;
    const at = element.lastIndexOf('</');
    return element.slice(0, at) + fragment + element.slice(at);
  });
}

/** Puts a fragment in before everything that the element contains. */
export function insertFirst(xml: string, target: string, fragment: string): string {
  return replaceElement(xml, target, (element, name) => {
    const tag = startTagOf(element, { start: 0 });
    if (tag.endsWith('/>')) return `${openedTag(element)}${fragment}</${name}>`;
    return tag + fragment + element.slice(tag.length);
  });
}

export function insertBefore(xml: string, target: string, fragment: string): string {
  return edit(xml, target, ({ start }) => ({ from: start, to: start, text: fragment }));
}

export function insertAfter(xml: string, target: string, fragment: string): string {
  return edit(xml, target, ({ end }) => ({ from: end, to: end, text: fragment }));
}

/** Replaces the element by what `change` makes of its text and its qualified name. */
export function replaceElement(
  xml: string,
  target: string,
  change: (element: string, name: string) => string,
): string {
  return edit(xml, target, ({ start, end, name }) => ({
    from: start,
    to: end,
    text: change(xml.slice(start, end), name),
  }));
}

/** Replaces the first occurrence of a text that must be there. */
export function replaceText(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new EditError(`Nothing to change: there is no "${shorten(from)}".`);
  if (from === to) throw new EditError(`Nothing to change: "${shorten(from)}" stays the same.`);
  return text.replace(from, () => to);
}

/** The element's text, from its start tag to its end tag. */
export function elementText(xml: string, target: string): string {
  const { start, end } = findElement(xml, target);
  return xml.slice(start, end);
}

/** Value of an attribute that must be there. */
export function attributeOf(xml: string, target: string, name: string): string {
  const value = findElement(xml, target).attributes.find((one) => one.name === name)?.value;
  if (value === undefined) throw new EditError(`"${target}" has no attribute "${name}".`);
  return value;
}

/** The text of an XML value, safe between tags and between double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A change that does not fit the message: a mistake of the caller's, never a finding. */
export class EditError extends Error {
  override readonly name = 'EditError';
}

/** Finds the target; throws EditError when the text is not XML or has no such element. */
export function findElement(xml: string, target: string): XmlElement {
  return findIn(rootOf(xml), target);
}

/** The same in a document that has been read already. */
export function findIn(root: XmlElement, target: string): XmlElement {
  const steps = target.split(/\/(?![^[]*\])/).map(readStep);
  const found = search([root], steps, true);
  if (found === undefined) throw new EditError(`Nothing to change: there is no "${target}".`);
  return found;
}

/** The root element; throws EditError when the text is not XML. */
export function rootOf(xml: string): XmlElement {
  const { root, problems } = parseOwn(xml);
  if (root === undefined) throw new EditError(`Cannot edit: ${problems[0]?.message ?? 'no root element.'}`);
  return root;
}

interface Step {
  readonly local: string;
  readonly position?: number;
  readonly attribute?: readonly [name: string, value: string];
}

function readStep(text: string): Step {
  const [, local = text, condition] = /^([^[]+)(?:\[(.*)\])?$/.exec(text) ?? [];
  if (condition === undefined) return { local };
  if (/^\d+$/.test(condition)) return { local, position: Number(condition) };
  const [name = '', ...value] = condition.split('=');
  return { local, attribute: [name, value.join('=')] };
}

/** Depth first: each candidate is tried with all steps, then its descendants, as the first step may be anywhere. */
function search(
  siblings: readonly XmlElement[],
  steps: readonly Step[],
  anywhere: boolean,
): XmlElement | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return undefined;
  const ofName = siblings.filter(({ local }) => local === step.local);
  for (const element of siblings) {
    if (fits(element, step, ofName)) {
      const found = rest.length === 0 ? element : search(childrenOf(element), rest, false);
      if (found !== undefined) return found;
    }
    const below = anywhere ? search(childrenOf(element), steps, true) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

function fits(element: XmlElement, step: Step, ofName: readonly XmlElement[]): boolean {
  if (element.local !== step.local) return false;
  if (step.position !== undefined) return ofName[step.position - 1] === element;
  const [name, value] = step.attribute ?? [];
  return name === undefined || element.attributes.some((one) => one.name === name && one.value === value);
}

function edit(
  xml: string,
  target: string,
  change: (element: XmlElement) => { readonly from: number; readonly to: number; readonly text: string },
): string {
  const { from, to, text } = change(findElement(xml, target));
  const changed = xml.slice(0, from) + text + xml.slice(to);
  if (changed === xml) throw new EditError(`Nothing to change: "${target}" stays the same.`);
  return changed;
}

/** The start tag, found with its quoted values in mind. */
function startTagOf(xml: string, { start }: { readonly start: number }): string {
  const tag = /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(xml.slice(start))?.[0];
  if (tag === undefined) throw new EditError('Cannot edit: there is no start tag.');
  return tag;
}

function openedTag(element: string): string {
  return startTagOf(element, { start: 0 }).replace(/\s*\/?>$/, '>');
}

function findAttribute(tag: string, name: string): { start: number; end: number } | undefined {
  const pattern = /([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;
  for (const match of tag.matchAll(pattern)) {
    if (match[1] === name) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 40)}…${text.slice(-35)}`;
}
