import { describe, expect, it } from 'vitest';
import {
  decide,
  type Effect,
  isAdmin,
  isAuthorized,
  knownRoles,
  noRbac,
  permissionsOf,
  readRbac,
} from './rbac.ts';

/** The example of the vendor's guide, with a policy that stages and one for everybody. */
const file = `
admin_roles:
  - kafka-admin
policies:
  - resource: ["cluster", "N9xnGujkR32eYxHICeaHuQ"]
    effect: "Allow"
    actions: ["TOPIC_INSPECT", "TOPIC_PRODUCE", "TOPIC_EDIT"]
    role: "kafka-admin"
  - resource: ["cluster", "N9xnGujkR32eYxHICeaHuQ", "topic", "tx_audit"]
    effect: "Deny"
    actions: ["TOPIC_PRODUCE", "TOPIC_EDIT"]
    role: "kafka-admin"
  - resource: ["cluster", "*"]
    effect: "Allow"
    actions: ["GROUP_EDIT"]
    roles: ["kafka-admin", "kafka-user"]
  - resource: ["cluster", "*", "topic", "orders"]
    effect: "Stage"
    actions: ["TOPIC_PRODUCE"]
    role: "kafka-user"
  - resource: ["schema", "registry"]
    effect: "Allow"
    actions: ["*"]
    role: "*"
`;
const rbac = readRbac(file);
const cluster = ['cluster', 'N9xnGujkR32eYxHICeaHuQ'];
const topic = (name: string) => [...cluster, 'topic', name];

describe('decide', () => {
  it.each<[string, readonly string[], readonly string[], string, Effect]>([
    ['allows what a policy allows', ['kafka-admin'], cluster, 'TOPIC_EDIT', 'Allow'],
    ['allows it for all that is in the cluster', ['kafka-admin'], topic('orders'), 'TOPIC_EDIT', 'Allow'],
    ['denies before it allows', ['kafka-admin'], topic('tx_audit'), 'TOPIC_EDIT', 'Deny'],
    ['denies one action alone', ['kafka-admin'], topic('tx_audit'), 'TOPIC_INSPECT', 'Allow'],
    ['denies what no policy says', ['kafka-user'], cluster, 'TOPIC_INSPECT', 'Deny'],
    ['denies another cluster', ['kafka-admin'], ['cluster', 'other'], 'TOPIC_EDIT', 'Deny'],
    [
      'allows any cluster by a star',
      ['kafka-user'],
      ['cluster', 'other', 'group', 'g'],
      'GROUP_EDIT',
      'Allow',
    ],
    ['stages before it allows', ['kafka-admin', 'kafka-user'], topic('orders'), 'TOPIC_PRODUCE', 'Stage'],
    ['denies before it stages', ['kafka-admin', 'kafka-user'], topic('tx_audit'), 'TOPIC_PRODUCE', 'Deny'],
    ['adds up several roles', ['kafka-user', 'kafka-admin'], cluster, 'TOPIC_EDIT', 'Allow'],
    ['denies an unknown role', ['marketing'], cluster, 'GROUP_EDIT', 'Deny'],
    ['denies a role in other letters', ['Kafka-Admin'], cluster, 'TOPIC_EDIT', 'Deny'],
    ['denies nobody’s roles', [], cluster, 'GROUP_EDIT', 'Deny'],
    ['allows what everybody may, any action', [], ['schema', 'registry'], 'ANYTHING', 'Allow'],
    ['denies a shorter path than a policy’s', ['kafka-user'], ['cluster'], 'GROUP_EDIT', 'Deny'],
  ])('%s', (_what, roles, resource, action, effect) => {
    expect(decide(roles, resource, action, rbac)).toBe(effect);
  });
});

describe('who may see the application', () => {
  it('is whoever has a role that the file names, where it lists nobody', () => {
    expect(
      [['kafka-user'], ['kafka-admin'], ['marketing'], []].map((roles) => isAuthorized(roles, rbac)),
    ).toEqual([
      // A policy for everybody names everybody.
      ...[true, true, true, true],
    ]);
    const without = readRbac(file.replace(/ {2}- resource: \["schema"[\s\S]*$/, ''));
    expect([['kafka-user'], ['marketing'], []].map((roles) => isAuthorized(roles, without))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is whom the file lists, and administrators', () => {
    const listed = readRbac(`authorized_roles: ["ops"]\n${file}`);
    expect([['ops'], ['kafka-admin'], ['kafka-user']].map((roles) => isAuthorized(roles, listed))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isAuthorized([], readRbac('authorized_roles: ["*"]'))).toBe(true);
    expect(isAuthorized([], noRbac)).toBe(true);
  });

  it('tells administrators, and the roles that are named', () => {
    expect([isAdmin(['kafka-admin'], rbac), isAdmin(['kafka-user'], rbac)]).toEqual([true, false]);
    expect(knownRoles(rbac)).toEqual(['kafka-admin', 'kafka-user']);
  });
});

describe('permissionsOf', () => {
  it('lists every action on every resource that the file names', () => {
    const lines = permissionsOf(['kafka-admin'], rbac).map(
      ({ resource, action, effect }) => `${resource.join('/')} ${action} ${effect}`,
    );
    expect(lines).toContain('cluster/N9xnGujkR32eYxHICeaHuQ/topic/tx_audit TOPIC_EDIT Deny');
    expect(lines).toContain('cluster/N9xnGujkR32eYxHICeaHuQ TOPIC_EDIT Allow');
    expect(lines).not.toContain('schema/registry TOPIC_EDIT Deny');
    expect(new Set(lines).size).toBe(lines.length);
    expect(permissionsOf([], noRbac)).toEqual([]);
  });
});

describe('readRbac', () => {
  it('takes roles from another attribute when the file says so', () => {
    expect(rbac.roleField).toBe('Roles');
    expect(readRbac('saml:\n  role_field: "Groups"').roleField).toBe('Groups');
    expect(readRbac('')).toMatchObject({ roleField: 'Roles', policies: [] });
  });

  it.each([
    ['an unknown key', 'polices: []', /polices/],
    ['an unknown effect', 'policies: [{resource: [a], effect: Permit, actions: [b], role: c}]', /Allow/],
    [
      'a policy for nobody',
      'policies: [{resource: [a], effect: Allow, actions: [b]}]',
      /either "role" or "roles"/,
    ],
    [
      'a policy with both',
      'policies: [{resource: [a], effect: Allow, actions: [b], role: c, roles: [d]}]',
      /either/,
    ],
    [
      'a policy without actions',
      'policies: [{resource: [a], effect: Allow, actions: [], role: c}]',
      /actions/,
    ],
    ['a text for a list', 'admin_roles: kafka-admin', /admin_roles/],
    ['YAML that is none', 'policies: [', /./],
    ['a list', '- a', /object/],
  ])('refuses %s', (_what, text, reason) => {
    expect(() => readRbac(text)).toThrow(reason);
  });
});
