import type { ControlClient } from '../../harness/model/double.ts';
import { createIdentityCenterClient } from '../../mocks/aws/identity-center/client.ts';
import { createIdemeumClient } from '../../mocks/idemeum/client.ts';
import { createScimControlClient } from '../../mocks/scim/client.ts';
import { applicationId } from './parties.ts';
import { assignments, entitlement, groups, type PersonName, people } from './people.ts';

/** The control APIs of this integration's doubles. */
export interface Controls {
  readonly idp: ControlClient;
  readonly sp: ControlClient;
  readonly authenticator: ControlClient;
}

/** Brings about a state; everything is put back after the case. */
export type Arrangement = (controls: Controls) => Promise<unknown>;

export const tenant = ({ idp }: Controls) => createIdemeumClient(idp);
export const center = ({ sp }: Controls) => createIdentityCenterClient(sp);
export const scim = ({ sp }: Controls) => createScimControlClient(sp);

/** idemeum admin portal → Applications → Amazon Web Services → Provisioning: everybody and every group, now. */
export const push: Arrangement = (controls) => tenant(controls).push(applicationId);

/** AWS accounts → Assign users or groups. An assignment is to the group that is there at this moment. */
export const assignGroups: Arrangement = (controls) => center(controls).assign(assignments);

/** "Enable automatic provisioning": endpoint and token of Identity Center, entered in the admin portal. */
export const enableProvisioning: Arrangement = async (controls) => {
  const { baseUrl, token } = await scim(controls).createToken();
  await tenant(controls).provision(applicationId, { baseUrl, accessToken: token });
};

/** What is pushed as userName is not what the assertions carry. */
export const userNameFromId: Arrangement = async (controls) => {
  const { baseUrl, token } = await scim(controls).createToken();
  await tenant(controls).provision(applicationId, { baseUrl, accessToken: token, userName: 'id' });
};

export const change =
  (
    person: PersonName,
    to: { email?: string; firstName?: string; lastName?: string; enabled?: boolean },
  ): Arrangement =>
  (controls) =>
    tenant(controls).changePerson(people[person].id, to);

export const remove =
  (person: PersonName): Arrangement =>
  (controls) =>
    tenant(controls).deletePerson(people[person].id);

/** Entitlements → Amazon Web Services: nobody. */
export const withdrawEntitlements: Arrangement = (controls) => tenant(controls).entitle(applicationId, {});

export const restoreEntitlements: Arrangement = (controls) =>
  tenant(controls).entitle(applicationId, entitlement);

/** Entitlements → Amazon Web Services: the groups as before, and this person by name. */
export const entitleByName =
  (person: PersonName): Arrangement =>
  (controls) =>
    tenant(controls).entitle(applicationId, {
      ...entitlement,
      people: [...entitlement.people, people[person].id],
    });

/** Groups → members; who is not named leaves the group. */
export const setMembers =
  (group: string, ...members: readonly PersonName[]): Arrangement =>
  (controls) =>
    tenant(controls).putGroup({ ...groupOf(group), members: [...members] });

/** Groups → groups inside it: their people are in it too. */
export const putInside =
  (outer: string, ...inner: readonly string[]): Arrangement =>
  (controls) =>
    tenant(controls).putGroup({ ...groupOf(outer), members: [], groups: [...inner] });

export const renameGroup =
  (group: string, name: string): Arrangement =>
  (controls) =>
    tenant(controls).putGroup({ ...groupOf(group), name });

/** The group is deleted and made again: it looks the same and is another one. */
export const recreateGroup =
  (group: string): Arrangement =>
  async (controls) => {
    const client = tenant(controls);
    await client.deleteGroup(group);
    await client.putGroup({ ...groupOf(group), id: `${group}-again` });
    await client.entitle(applicationId, {
      ...entitlement,
      groups: entitlement.groups.map((id) => (id === group ? `${group}-again` : id)),
    });
  };

/** Somebody of the same name is there already, made in the console. */
export const madeByHand =
  (person: PersonName): Arrangement =>
  (controls) => {
    const { email, firstName, lastName } = people[person];
    return center(controls).putUser({
      userName: email,
      email,
      givenName: firstName,
      familyName: lastName,
      active: true,
    });
  };

/** A crowd that is pushed along: many people, and one group with half of them. */
export const crowd =
  (count: number): Arrangement =>
  async (controls) => {
    const client = tenant(controls);
    const ids = Array.from({ length: count }, (_, index) => `crowd${index}`);
    await client.importPeople(
      ids.map((id) => ({ id, email: `${id}@example.com`, firstName: 'One', lastName: `of ${count}` })),
    );
    await client.putGroup({ id: 'crowd', name: 'Crowd', members: ids.slice(0, count / 2) });
    await client.entitle(applicationId, {
      people: [...entitlement.people, ...ids],
      groups: [...entitlement.groups, 'crowd'],
    });
  };

/** The service throttles, fails and loses answers while the push is under way. */
export const troubledService: Arrangement = (controls) =>
  scim(controls).setFaults([
    { kind: 'throttle', operations: ['CreateUser'], times: 2, retryAfterSeconds: 1 },
    { kind: 'fail', status: 503, operations: ['CreateGroup'] },
    { kind: 'lose-answer', operations: ['CreateUser'], skip: 3 },
    { kind: 'cut', operations: ['PatchGroup'] },
  ]);

/** The connection ends for good in the middle of the first push; then the service is well again. */
export const pushCutOff: Arrangement = async (controls) => {
  await scim(controls).setFaults([{ kind: 'cut', operations: ['CreateUser'], skip: 2, times: 1000 }]);
  await push(controls);
  await scim(controls).setFaults([]);
  await push(controls);
};

/** The token runs out in the middle of a push; a new one is made, entered, and the push run again. */
export const tokenReplaced: Arrangement = async (controls) => {
  const [{ id } = { id: '' }] = await scim(controls).tokens();
  await scim(controls).setFaults([
    { kind: 'fail', status: 500, operations: ['CreateUser'], skip: 2, times: 1000 },
  ]);
  await push(controls);
  await scim(controls).revokeToken(id);
  await scim(controls).setFaults([]);
  await push(controls);
  await enableProvisioning(controls);
  await push(controls);
};

/** The token was deleted in the console, and nobody noticed. */
export const tokenDeleted: Arrangement = async (controls) => {
  for (const { id } of await scim(controls).tokens()) await scim(controls).revokeToken(id);
};

function groupOf(id: string) {
  const group = groups.find((one) => one.id === id);
  if (group === undefined) throw new Error(`There is no group "${id}" in this rollout.`);
  return group;
}
