import { beforeAll, describe, expect, it } from 'vitest';
import { createIdentityCenterClient } from '../aws/identity-center/client.ts';
import { createIdentityCenter } from '../aws/identity-center/double.ts';
import { createControlClient } from '../core/control-client.ts';
import { mount } from '../core/mount.ts';
import type { IdpKeys } from '../idp/state.ts';
import { createScimControlClient } from '../scim/client.ts';
import { aws, awsMetadata, makeKeys, makeTenant } from './testing/world.ts';

const scimOrigin = 'https://scim.us-east-1.amazonaws.com';
let keys: IdpKeys;
beforeAll(async () => {
  keys = await makeKeys();
});

/** A tenant, and an Identity Center that it reaches over HTTP. */
async function open() {
  const center = createIdentityCenter();
  const mounted = await mount(center);
  const retry = { attempts: 4, baseMs: 1, capMs: 4, patienceMs: 1000 };
  const tenant = makeTenant(keys, { routes: { [scimOrigin]: mounted.url }, retry });
  const control = createControlClient(center.control);
  const scim = createScimControlClient(control);
  const { baseUrl, token } = await scim.createToken();
  return {
    ...tenant,
    scim,
    center: createIdentityCenterClient(control),
    settings: { baseUrl, accessToken: token },
    [Symbol.asyncDispose]: () => mounted[Symbol.asyncDispose](),
  };
}

describe('provisioning from the admin portal', () => {
  it('pushes who is entitled, and the groups that they are entitled by', async () => {
    await using at = await open();
    const { client, scim, settings } = at;
    await client.putPerson({ id: 'carol', email: 'carol@example.com', firstName: 'Carol', lastName: 'Diaz' });
    await client.putGroup({ id: 'cloud', name: 'Cloud', members: ['alice', 'bob'] });
    await client.putGroup({ id: 'finance', name: 'Finance', members: ['alice', 'carol'] });
    await at.addAws([], ['cloud']);
    await client.provision(aws, settings);
    expect(await client.push(aws)).toMatchObject({
      users: { created: 2 },
      groups: { created: 1 },
      failures: [],
    });
    const found = await scim.directory();
    expect(found).toMatchObject({
      users: [{ userName: 'alice.wong@example.com', active: true }, { userName: 'bob.okafor@example.com' }],
      groups: [{ displayName: 'Cloud', members: ['alice.wong@example.com', 'bob.okafor@example.com'] }],
    });
    const withoutIds = JSON.parse(JSON.stringify(found, (key, value) => (key === 'id' ? undefined : value)));
    expect(withoutIds).toEqual(await client.expected(aws));
  });

  it('pushes a group inside a group as its people', async () => {
    await using at = await open();
    const { client, scim, settings } = at;
    await client.putGroup({ id: 'inner', name: 'Inner', members: ['bob'] });
    await client.putGroup({ id: 'middle', name: 'Middle', groups: ['inner'] });
    await client.putGroup({ id: 'outer', name: 'Outer', members: ['alice', 'bob'], groups: ['middle'] });
    await expect(client.putGroup({ id: 'inner', name: 'Inner', groups: ['outer'] })).rejects.toThrow(
      'would contain itself',
    );
    await at.addAws([], ['middle', 'outer']);
    await client.provision(aws, settings);
    const pushed = async () => {
      expect(await client.push(aws)).toMatchObject({ failures: [] });
      return (await scim.directory()).groups.map(({ displayName, members }) => [displayName, ...members]);
    };
    expect(await pushed()).toEqual([
      ['Middle', 'bob.okafor@example.com'],
      ['Outer', 'alice.wong@example.com', 'bob.okafor@example.com'],
    ]);
    await client.deleteGroup('inner');
    expect(await pushed()).toEqual([
      ['Middle'],
      ['Outer', 'alice.wong@example.com', 'bob.okafor@example.com'],
    ]);
  });

  it('follows joiner, mover and leaver to what they may use at AWS', async () => {
    await using at = await open();
    const { client, center, settings } = at;
    await client.putGroup({ id: 'ops', name: 'Operations', members: ['alice'] });
    await client.putGroup({ id: 'audit', name: 'Audit', members: [] });
    await at.addAws([], ['ops', 'audit']);
    await client.provision(aws, settings);
    await client.push(aws);
    await center.putAccount('111122223333', 'Production');
    await center.putPermissionSet('AdministratorAccess');
    await center.putPermissionSet('ReadOnlyAccess');
    const assign = (id: string, permissionSet: string) =>
      ({ principal: { type: 'group', id }, accountId: '111122223333', permissionSet }) as const;
    await center.assign([assign('Operations', 'AdministratorAccess'), assign('Audit', 'ReadOnlyAccess')]);
    const roles = async (name: string) => (await center.accessOf(name)).flatMap((one) => one.roles);
    expect(await roles('alice.wong@example.com')).toEqual(['AdministratorAccess']);
    await client.changePerson('alice', { email: 'alice.smith@example.com', lastName: 'Smith' });
    await client.putGroup({ id: 'ops', name: 'Operations', members: [] });
    await client.putGroup({ id: 'audit', name: 'Audit', members: ['alice'] });
    await client.push(aws);
    expect(await roles('alice.wong@example.com')).toEqual([]);
    expect(await roles('alice.smith@example.com')).toEqual(['ReadOnlyAccess']);
    await client.deletePerson('alice');
    expect(await client.push(aws)).toMatchObject({ users: { removed: 1 }, failures: [] });
    expect(await roles('alice.smith@example.com')).toEqual([]);
  });

  it('goes on after cut connections and lost answers on a real connection', async () => {
    await using at = await open();
    const { client, scim, settings } = at;
    await at.addAws(['alice', 'bob']);
    await client.provision(aws, settings);
    await scim.setFaults([
      { kind: 'lose-answer', operations: ['CreateUser'] },
      { kind: 'cut', operations: ['CreateUser'], skip: 1 },
      { kind: 'throttle', operations: ['ListUsers'], retryAfterSeconds: 0 },
    ]);
    expect(await client.push(aws)).toMatchObject({ failures: [], retries: 3 });
    expect((await scim.directory()).users).toHaveLength(2);
  });

  it('wants SAML first, a template that can be provisioned into, and a way to the service', async () => {
    await using at = await open();
    const { client, settings } = at;
    await client.addApplication(aws);
    await expect(client.provision(aws, settings)).rejects.toThrow(/409.*SAML single sign-on before/s);
    await client.saveSaml(aws, awsMetadata());
    await expect(client.push(aws)).rejects.toThrow(/404.*not set up/s);
    await expect(
      client.provision(aws, { ...settings, baseUrl: 'https://elsewhere.example/scim' }),
    ).rejects.toThrow(/no route to https:\/\/elsewhere\.example/);
    await expect(client.provision(aws, { ...settings, baseUrl: 'no address' })).rejects.toThrow(
      /400.*baseUrl/s,
    );
    await client.addApplication('custom-saml');
    await expect(client.provision('custom-saml', settings)).rejects.toThrow(/cannot be provisioned into/);
  });

  it('never tells the access token again', async () => {
    await using at = await open();
    const { client, control, settings } = at;
    await at.addAws(['alice']);
    expect(await client.provision(aws, settings)).not.toHaveProperty('accessToken');
    await client.push(aws);
    for (const path of [`/catalog/added/${aws}/provisioning`, '/catalog/added', '/state', '/events'])
      expect(JSON.stringify(await control.get(path))).not.toContain(settings.accessToken);
  });

  it('runs one push at a time', async () => {
    await using at = await open();
    const { client, scim, settings } = at;
    await at.addAws(['alice']);
    await client.provision(aws, settings);
    await scim.setFaults([{ kind: 'delay', delayMs: 50 }]);
    const first = client.push(aws);
    await expect(client.push(aws)).rejects.toThrow(/409.*under way/s);
    expect(await first).toMatchObject({ users: { created: 1 } });
    expect(await client.push(aws)).toMatchObject({ users: { unchanged: 1 } });
  });
});
