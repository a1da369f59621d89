import type { Setup } from '../../harness/model/records.ts';
import type { Bench } from '../support/bench.ts';
import { enrol } from '../support/kosmos.ts';
import { assignGroups, type Controls, center, enableProvisioning, push, tenant } from './arrange.ts';
import type { LoginCase } from './cases.ts';
import { applicationId, type Names } from './parties.ts';
import { entitlement } from './people.ts';

/**
 * Brings the doubles to the case's state, in the order of the vendor's guide: metadata exchanged both ways, provisioning
 * enabled, groups pushed, permission sets assigned to them, applications entitled; phones enrolled.
 * @returns the values that either side was given about the other
 */
export async function prepare(
  one: LoginCase,
  controls: Controls,
  names: Names,
  bench: Pick<Bench, 'fetchText'>,
): Promise<Setup> {
  await Promise.all(Object.values(controls).map((control) => control.send('POST', '/reset')));
  const trust = await center(controls).importIdp(await bench.fetchText(names.idpMetadata));
  const admin = tenant(controls);
  await admin.addApplication(applicationId);
  const { saml } = await admin.saveSaml(applicationId, await bench.fetchText(names.spMetadata));
  await admin.entitle(applicationId, entitlement);
  await (one.provisioning ?? enableProvisioning)(controls);
  for (const arrangement of one.before) await arrangement(controls);
  await push(controls);
  if (one.assigned) await assignGroups(controls);
  await enrol(one.person.enrolledAs, controls, names);
  for (const arrangement of one.after) await arrangement(controls);
  const { entityId, ssoUrl, certificates } = trust;
  return {
    idp: { entityId, ssoUrl, certificates },
    ...(saml === undefined ? {} : { sp: { entityId: saml.entityId, acsUrl: saml.acsUrl } }),
  };
}
