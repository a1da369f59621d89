import type { MetadataReading, ResponseReading } from '../../model/readings.ts';
import type { Setup } from '../../model/records.ts';
import { NS } from '../../saml/namespaces.ts';
import { childOf } from '../../saml/tree.ts';
import { rolesOf } from '../metadata/_roles.ts';

/** True, or why the checks on the Response have nothing to judge: another root element is `response/root`'s subject. */
export function isResponse({ element }: ResponseReading): true | string {
  const is = element?.namespace === NS.samlp && element.local === 'Response';
  return is || 'The document is no samlp:Response.';
}

/** True when the Response itself, not only an assertion in it, carries a signature. */
export function isResponseSigned({ element }: ResponseReading): boolean {
  return element !== undefined && childOf(element, NS.ds, 'Signature') !== undefined;
}

/** Addresses at which the service provider takes responses. The typed one serves where there is no metadata. */
export function acsLocations(metadata: MetadataReading | undefined, setup: Setup | undefined): string[] {
  if (metadata === undefined) return [setup?.sp?.acsUrl ?? []].flat();
  return rolesOf(metadata, 'sp').flatMap((role) =>
    role.assertionConsumers.flatMap(({ location }) => location ?? []),
  );
}
