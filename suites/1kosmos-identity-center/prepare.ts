import type { Setup } from '../../harness/model/records.ts';
import type { Bench } from '../support/bench.ts';
import { enrol } from '../support/kosmos.ts';
import type { Controls } from './arrange.ts';
import type { LoginCase } from './cases.ts';
import type { Names } from './parties.ts';
import { people } from './people.ts';

/**
 * Brings the doubles to the case's state, in the order of the vendor's guide: metadata collected from the identity
 * provider, uploaded to AWS, the application set up, phones enrolled.
 * @returns the values that either side was given about the other
 */
export async function prepare(
  one: LoginCase,
  controls: Controls,
  names: Names,
  bench: Bench,
): Promise<Setup> {
  await Promise.all(Object.values(controls).map((control) => control.send('POST', '/reset')));
  for (const arrangement of one.before) await arrangement(controls);
  const metadata = await bench.fetchText(names.idpMetadata);
  const trust = await controls.sp.send<{ entityId: string; ssoUrl: string; certificates: string[] }>(
    'PUT',
    '/idp',
    { metadata },
  );
  await enrol(people[one.person].email, controls, names);
  // The phone of somebody else, for the cases in which it is the wrong one that answers.
  if (one.phone.tamper === 'user') await enrol(people.zoe.email, controls, names);
  for (const arrangement of one.after) await arrangement(controls);
  const { entityId, ssoUrl, certificates } = trust;
  return {
    idp: { entityId, ssoUrl, certificates },
    sp: { entityId: names.issuerUrl, acsUrl: names.acsUrl },
  };
}
