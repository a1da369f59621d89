import type { Setup } from '../../harness/model/records.ts';
import { enrol } from '../support/kosmos.ts';
import type { PoolCase } from './cases.ts';
import type { Controls, Names } from './parties.ts';
import { type Person, people } from './people.ts';

/** Brings all parties to the case's state. @returns whom the login is about, as the pool will know them */
export async function prepare(one: PoolCase, controls: Controls, names: Names): Promise<Setup> {
  const { idp, pool, app, api } = controls;
  await Promise.all([idp, pool, app, api].map((control) => control.send('POST', '/reset')));
  const person: Person = people[one.person];
  await enrol(person.email, controls, names);
  const subjects = await idp.get<Readonly<Record<string, string>>>('/subjects');
  const userName = `${names.provider}_${subjects[person.email] ?? ''}`;
  if (one.known !== undefined)
    await pool.send('PUT', `/users/${encodeURIComponent(userName)}`, {
      status: 'EXTERNAL_PROVIDER',
      attributes: { email: person.email, ...one.known },
    });
  for (const arrangement of one.before) await arrangement(controls, names);
  return {
    initiatedBy: 'sp',
    user: {
      userName,
      email: person.email,
      givenName: person.firstName,
      familyName: person.lastName,
      active: true,
    },
    factor: one.phone.biometric ?? 'live-id',
  };
}
