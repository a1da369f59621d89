import type { AttributeExpectation, Setup } from '../../harness/model/records.ts';
import type { Bench } from '../support/bench.ts';
import { enrol } from '../support/kosmos.ts';
import type { PoolCase } from './cases.ts';
import { type Controls, type Names, samlClaims } from './parties.ts';
import { type Person, people } from './people.ts';

/** Brings all parties to the case's state. @returns whom the login is about, as the pool will know them */
export async function prepare(one: PoolCase, controls: Controls, names: Names, bench: Bench): Promise<Setup> {
  const { idp, pool, app, api } = controls;
  await Promise.all([idp, pool, app, api].map((control) => control.send('POST', '/reset')));
  const person: Person = people[one.person];
  await enrol(person.email, controls, names);
  const subjects = await idp.get<Readonly<Record<string, string>>>('/subjects');
  const isSaml = one.profile !== undefined;
  const userName = isSaml
    ? `${names.samlProvider}_${person.email}`
    : `${names.provider}_${subjects[person.email] ?? ''}`;
  const saml = isSaml ? await addSamlProvider(controls, names, bench) : {};
  if (one.known !== undefined)
    await pool.send('PUT', `/users/${encodeURIComponent(userName)}`, {
      status: 'EXTERNAL_PROVIDER',
      attributes: { email: person.email, ...one.known },
    });
  for (const arrangement of one.before) await arrangement(controls, names);
  return {
    ...saml,
    ...(isSaml ? { attributes: attributesOf(person) } : {}),
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

/** User pool → Social and external providers → Add an identity provider → SAML, with the tenant's metadata file. */
async function addSamlProvider(
  { pool, app }: Controls,
  names: Names,
  bench: Bench,
): Promise<Pick<Setup, 'idp' | 'sp'>> {
  const MetadataFile = await bench.fetchText(names.idpMetadata);
  await pool.send('PUT', `/providers/${names.samlProvider}`, {
    ProviderType: 'SAML',
    ProviderDetails: { MetadataFile },
    AttributeMapping: Object.fromEntries(samlClaims.map(({ name }) => [name, name])),
  });
  await app.send('PUT', '/provider', { provider: names.samlProvider });
  return { sp: { entityId: names.samlEntityId, acsUrl: names.samlAcs } };
}

function attributesOf({ email, firstName, lastName }: Person): readonly AttributeExpectation[] {
  const values = { 'user.email': email, 'user.firstName': firstName, 'user.lastName': lastName };
  return samlClaims.map(({ name, source }) => ({ source, name, value: values[source] }));
}
