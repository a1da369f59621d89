import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoleMapping } from '../../../harness/model/identity-pool-records.ts';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { createTestKey } from '../testing/test-world.ts';
import { start } from '../testing/world.ts';
import { createIdentityPoolClient, type IdentityPoolClient } from './client.ts';
import type { PoolInput } from './config.ts';
import { createIdentityPools } from './double.ts';
import {
  enter,
  loginOf,
  pool,
  poolClient,
  poolConfig,
  provider,
  refusalOf,
  roles,
} from './testing/pool-world.ts';

let key: SigningKey;
let mounted: MountedDouble;
let client: IdentityPoolClient;
beforeAll(async () => {
  key = await createTestKey('idp', start);
  mounted = await mount(createIdentityPools(poolConfig([key]), { now: () => start }));
  client = createIdentityPoolClient(createControlClient(mounted.controlUrl));
});
beforeEach(() => client.reset());
afterAll(() => mounted[Symbol.asyncDispose]());

const rulesOf = (resolution: string, ...rules: RoleMapping['rules']): Partial<PoolInput> => ({
  roleMappings: [{ provider, type: 'Rules', ambiguousRoleResolution: resolution, rules }],
});
const rule = (claim: string, matchType: string, value: string, roleArn: string) => ({
  claim,
  matchType,
  value,
  roleArn,
});
const tokenMapping = (resolution: string): Partial<PoolInput> => ({
  roleMappings: [{ provider, type: 'Token', ambiguousRoleResolution: resolution, rules: [] }],
});

/** What is otherwise than in the plain pool; `undefined` takes its role away. */
type PoolChange = { readonly [K in keyof PoolInput]?: PoolInput[K] | undefined };

interface Row {
  readonly what: string;
  readonly pool?: PoolChange;
  readonly roles?: readonly string[];
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly custom?: string;
  /** ARN of the role, or the code of the refusal. */
  readonly wanted: string;
}

/** The change without what it takes away. */
function definedOnly(change: PoolChange): Partial<PoolInput> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

const denied = 'NotAuthorizedException';
const misconfigured = 'InvalidIdentityPoolConfigurationException';
const team = (...values: string[]) => ({ team: values });
const bare: PoolChange = { authenticatedRole: undefined };

const table: readonly Row[] = [
  { what: 'the default role', wanted: roles.member },
  { what: 'no role anywhere', pool: bare, wanted: misconfigured },
  { what: 'one role in the assertion', pool: bare, roles: [roles.auditor], wanted: roles.auditor },
  { what: 'one role before the default role', roles: [roles.auditor], wanted: roles.auditor },
  { what: 'several roles, none chosen', roles: [roles.auditor, roles.engineer], wanted: denied },
  {
    what: 'several roles, one chosen',
    roles: [roles.auditor, roles.engineer],
    custom: roles.engineer,
    wanted: roles.engineer,
  },
  {
    what: 'several roles, another chosen',
    roles: [roles.auditor, roles.engineer],
    custom: roles.member,
    wanted: denied,
  },
  { what: 'a role chosen that no claim names', custom: roles.member, wanted: denied },
  { what: 'a role that trusts the SAML provider only', roles: [roles.saml], wanted: roles.saml },
  {
    what: 'the same by a rule',
    pool: rulesOf('Deny', rule('team', 'Equals', 'blue', roles.saml)),
    attributes: team('blue'),
    wanted: misconfigured,
  },
  {
    what: 'Equals',
    pool: rulesOf('Deny', rule('team', 'Equals', 'blue', roles.engineer)),
    attributes: team('blue'),
    wanted: roles.engineer,
  },
  {
    what: 'Equals of one value among several',
    pool: rulesOf('Deny', rule('team', 'Equals', 'blue', roles.engineer)),
    attributes: team('red', 'blue'),
    wanted: roles.engineer,
  },
  {
    what: 'Equals in another case',
    pool: rulesOf('Deny', rule('team', 'Equals', 'Blue', roles.engineer)),
    attributes: team('blue'),
    wanted: denied,
  },
  {
    what: 'NotEqual',
    pool: rulesOf('Deny', rule('team', 'NotEqual', 'red', roles.engineer)),
    attributes: team('blue'),
    wanted: roles.engineer,
  },
  {
    what: 'NotEqual where one of the values is equal',
    pool: rulesOf('Deny', rule('team', 'NotEqual', 'red', roles.engineer)),
    attributes: team('blue', 'red'),
    wanted: denied,
  },
  {
    what: 'NotEqual of a claim that is absent',
    pool: rulesOf('Deny', rule('team', 'NotEqual', 'red', roles.engineer)),
    wanted: denied,
  },
  {
    what: 'Contains',
    pool: rulesOf('Deny', rule('team', 'Contains', 'lu', roles.engineer)),
    attributes: team('blue'),
    wanted: roles.engineer,
  },
  {
    what: 'Contains of what is at no place',
    pool: rulesOf('Deny', rule('team', 'Contains', 'ul', roles.engineer)),
    attributes: team('blue'),
    wanted: denied,
  },
  {
    what: 'StartsWith',
    pool: rulesOf('Deny', rule('team', 'StartsWith', 'bl', roles.engineer)),
    attributes: team('blue'),
    wanted: roles.engineer,
  },
  {
    what: 'StartsWith of what comes later',
    pool: rulesOf('Deny', rule('team', 'StartsWith', 'lue', roles.engineer)),
    attributes: team('blue'),
    wanted: denied,
  },
  {
    what: 'the first of two rules that match',
    pool: rulesOf(
      'Deny',
      rule('team', 'Equals', 'red', roles.member),
      rule('team', 'StartsWith', 'b', roles.auditor),
      rule('team', 'Equals', 'blue', roles.engineer),
    ),
    attributes: team('blue'),
    wanted: roles.auditor,
  },
  {
    what: 'CustomRoleArn before the order of the rules',
    pool: rulesOf(
      'Deny',
      rule('team', 'StartsWith', 'b', roles.auditor),
      rule('team', 'Equals', 'blue', roles.engineer),
    ),
    attributes: team('blue'),
    custom: roles.engineer,
    wanted: roles.engineer,
  },
  {
    what: 'CustomRoleArn of a rule that does not match',
    pool: rulesOf('AuthenticatedRole', rule('team', 'Equals', 'red', roles.engineer)),
    attributes: team('blue'),
    custom: roles.engineer,
    wanted: denied,
  },
  {
    what: 'no rule, denied',
    pool: rulesOf('Deny', rule('team', 'Equals', 'red', roles.engineer)),
    attributes: team('blue'),
    wanted: denied,
  },
  {
    what: 'no rule, the authenticated role',
    pool: rulesOf('AuthenticatedRole', rule('team', 'Equals', 'red', roles.engineer)),
    attributes: team('blue'),
    wanted: roles.member,
  },
  {
    what: 'no rule, and no authenticated role',
    pool: { ...bare, ...rulesOf('AuthenticatedRole', rule('team', 'Equals', 'red', roles.engineer)) },
    attributes: team('blue'),
    wanted: misconfigured,
  },
  {
    what: 'rules, whatever roles the assertion names',
    pool: rulesOf('Deny', rule('team', 'Equals', 'red', roles.engineer)),
    roles: [roles.auditor],
    attributes: team('blue'),
    wanted: denied,
  },
  { what: 'Token with one role', pool: tokenMapping('Deny'), roles: [roles.auditor], wanted: roles.auditor },
  {
    what: 'Token with several roles, denied',
    pool: tokenMapping('Deny'),
    roles: [roles.auditor, roles.engineer],
    wanted: denied,
  },
  {
    what: 'Token with several roles, the authenticated role',
    pool: tokenMapping('AuthenticatedRole'),
    roles: [roles.auditor, roles.engineer],
    wanted: roles.member,
  },
  { what: 'a role that trusts another pool', roles: [roles.otherPool], wanted: misconfigured },
  { what: 'a role that trusts guests', roles: [roles.guestsOnly], wanted: misconfigured },
  { what: 'a role that is not there', roles: [`${roles.member}s`], wanted: misconfigured },
];

describe('a role', () => {
  it.each(table)(
    'by $what: $wanted',
    async ({ pool: change = {}, roles: named = [], attributes = {}, custom, wanted }) => {
      const { authenticatedRole, ...rest } = { ...pool, ...definedOnly(change) };
      const isBare = 'authenticatedRole' in change && change.authenticatedRole === undefined;
      await client.putPool(authenticatedRole === undefined || isBare ? rest : { ...rest, authenticatedRole });
      const answer = enter(
        poolClient(mounted.url),
        loginOf(key, '_a1', { roles: named, attributes }),
        custom,
      );
      if (!wanted.startsWith('arn:')) return expect((await refusalOf(answer)).name).toBe(wanted);
      const { Credentials: given } = await answer;
      const sts = new STSClient({
        region: 'us-east-1',
        endpoint: mounted.url,
        credentials: {
          accessKeyId: given?.AccessKeyId ?? '',
          secretAccessKey: given?.SecretKey ?? '',
          sessionToken: given?.SessionToken ?? '',
        },
      });
      const name = wanted.split('/').at(-1);
      expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(
        `arn:aws:sts::111122223333:assumed-role/${name}/CognitoIdentityCredentials`,
      );
    },
  );
});

describe('principal tags', () => {
  const tagsOf = async (tags: PoolInput['principalTags'], change: Parameters<typeof loginOf>[2] = {}) => {
    await client.putPool({ ...pool, principalTags: tags ?? [] });
    await enter(poolClient(mounted.url), loginOf(key, '_a1', change));
    return (await client.audit()).at(-1)?.principalTags;
  };

  it('are none while attributes for access control are inactive', async () => {
    expect(await tagsOf([], { attributes: { team: ['blue'] } })).toBeUndefined();
  });

  it('are subject and audience by the default mappings', async () => {
    expect(await tagsOf([{ provider, useDefaults: true }])).toEqual([
      { key: 'username', value: 'alice@example.com' },
      { key: 'client', value: 'urn:amazon:webservices' },
    ]);
  });

  it('are the claims that custom mappings name, without those that are not there', async () => {
    const tags = [
      { key: 'Team', claim: 'team' },
      { key: 'Floor', claim: 'floor' },
    ];
    expect(await tagsOf([{ provider, tags }], { attributes: { team: ['blue', 'red'] } })).toEqual([
      { key: 'Team', value: 'blue' },
    ]);
  });

  it('need a role that allows sts:TagSession', async () => {
    await client.putPool({
      ...pool,
      authenticatedRole: roles.untagged,
      principalTags: [{ provider, tags: [{ key: 'Team', claim: 'team' }] }],
    });
    const untagged = loginOf(key, '_a1');
    await expect(enter(poolClient(mounted.url), untagged)).resolves.toMatchObject({ Credentials: {} });
    const tagged = loginOf(key, '_a2', { attributes: { team: ['blue'] } });
    expect((await refusalOf(enter(poolClient(mounted.url), tagged))).name).toBe(misconfigured);
    expect(await client.lastRefusal()).toContain('sts:TagSession');
  });

  it('have 460 bytes together', async () => {
    const tags = [
      { key: 'One', claim: 'one' },
      { key: 'Two', claim: 'two' },
    ];
    const [one, two] = ['x'.repeat(230), 'y'.repeat(224)];
    expect(await tagsOf([{ provider, tags }], { attributes: { one: [one], two: [two] } })).toHaveLength(2);
    const more = loginOf(key, '_a2', { attributes: { one: [one], two: [`${two}y`] } });
    expect((await refusalOf(enter(poolClient(mounted.url), more))).name).toBe(misconfigured);
  });
});
