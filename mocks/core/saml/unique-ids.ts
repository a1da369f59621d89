import { must } from './refusal.ts';
import { type Element, everyElement } from './xml.ts';

/** Whatever the attribute is called, what libraries might take for an ID must be one element's alone. */
export function checkIdsAreUnique(root: Element): void {
  const seen = new Set<string>();
  for (const element of everyElement(root))
    for (const { local, value } of element.attributes) {
      if (local.toLowerCase() !== 'id') continue;
      must(!seen.has(value), `ID "${value}" occurs more than once`);
      seen.add(value);
    }
}
