import type { XmlElement } from '../../model/xml.ts';
import { NS } from '../../saml/namespaces.ts';
import type { ConditionsReading } from './_conditions.ts';

/** Conditions of the assertion namespace by local name, apart from AudienceRestriction. */
export function samlConditions(conditions: ConditionsReading, local: string): XmlElement[] {
  return conditions.others.filter((other) => other.namespace === NS.saml && other.local === local);
}
