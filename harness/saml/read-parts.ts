import type { IssuerReading, NameIdReading } from '../model/readings.ts';
import type { XmlElement } from '../model/xml.ts';
import { NS } from './namespaces.ts';
import { attr, attrNs, childOf, descendants, textOf } from './tree.ts';

/** The saml:Issuer child, if there is one. */
export function readIssuer(parent: XmlElement): { issuer?: IssuerReading } {
  const element = childOf(parent, NS.saml, 'Issuer');
  return element === undefined ? {} : { issuer: { ...textOf(element), format: attr(element, 'Format') } };
}

export function readNameId(element: XmlElement): NameIdReading {
  return {
    ...textOf(element),
    format: attr(element, 'Format'),
    nameQualifier: attr(element, 'NameQualifier'),
    spNameQualifier: attr(element, 'SPNameQualifier'),
  };
}

/**
 * How many elements carry each ID, Id, id or xml:id value. All spellings count together, as a lax
 * verifier may look for any of them, in whatever vocabulary the element is.
 */
export function countIds(root: XmlElement): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const element of descendants(root)) {
    for (const id of new Set(idsOf(element))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The values that occur more than once, in order of appearance. */
export function findDuplicateIds(root: XmlElement): readonly string[] {
  return [...countIds(root)].filter(([, count]) => count > 1).map(([id]) => id);
}

function idsOf(element: XmlElement): readonly string[] {
  const own = ['ID', 'Id', 'id'].map((name) => attr(element, name));
  return [...own, attrNs(element, NS.xml, 'id')].filter((id) => id !== undefined);
}
