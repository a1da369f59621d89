import { accessGroups } from './people.ts';

/** Roles by which the access file names the two groups. */
export type AccessRoles = Readonly<Record<(typeof accessGroups)[number], string>>;

const cluster = 'N9xnGujkR32eYxHICeaHuQ';

/** The access file of this rollout: administrators may do all but change the audit topic, users may look. */
export function writeAccessFile(roles: AccessRoles, rolesAttribute: string): string {
  const [admins, users] = accessGroups.map((name) => JSON.stringify(roles[name]));
  return `# Who may do what in Kpow. Roles are what IAM Identity Center sends for a group.
saml:
  role_field: ${JSON.stringify(rolesAttribute)}
admin_roles:
  - ${admins}
policies:
  - resource: ["cluster", "*"]
    effect: "Allow"
    actions: ["TOPIC_INSPECT"]
    roles: [${admins}, ${users}]
  - resource: ["cluster", "${cluster}"]
    effect: "Allow"
    actions: ["TOPIC_PRODUCE", "TOPIC_EDIT", "GROUP_EDIT"]
    role: ${admins}
  - resource: ["cluster", "${cluster}", "topic", "tx_audit"]
    effect: "Deny"
    actions: ["TOPIC_PRODUCE", "TOPIC_EDIT"]
    role: ${admins}
  - resource: ["cluster", "${cluster}", "topic", "orders"]
    effect: "Stage"
    actions: ["TOPIC_PRODUCE"]
    role: ${users}
`;
}
