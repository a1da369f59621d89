import { elementText, replaceElement } from '../kit/edit.ts';

/** The message with a document type declaration that has this internal subset, and before it `external`. */
export function withSubset(xml: string, subset: string, external = ''): string {
  const declaration = /^<\?xml[^>]*\?>\s*/.exec(xml)?.[0] ?? '';
  const root = /<([^\s/>!?]+)/.exec(xml.slice(declaration.length))?.[1] ?? 'Response';
  const doctype = `<!DOCTYPE ${root}${external}${subset === '' ? '' : ` [${subset}]`}>`;
  return declaration + doctype + xml.slice(declaration.length);
}

/** The NameID as it stands in the message, markup and all. */
export function nameIdText(xml: string): string {
  return /^<[^>]*>([\s\S]*)<\/[^>]*>$/.exec(elementText(xml, 'Subject/NameID'))?.[1] ?? '';
}

/** Writes something else between the tags of the NameID, as it stands; the signature is not made anew. */
export function writeNameId(xml: string, text: string): string {
  return replaceElement(xml, 'Subject/NameID', (element) =>
    element.replace(/>[\s\S]*<\//, () => `>${text}</`),
  );
}

/** Ten entities, each ten times the one before; the last one, `lol9`, expands to three gigabytes. */
export const laughs: string = Array.from({ length: 10 }, (_, level) =>
  level === 0 ? '<!ENTITY lol0 "lol">' : `<!ENTITY lol${level} "${`&lol${level - 1};`.repeat(10)}">`,
).join('');
