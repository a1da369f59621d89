// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import type { ExistingApplication } from '../../harness/config/saml-application-schema.ts';
import type { KpowConfig } from '../../harness/config/schema.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { TargetRecord } from '../../harness/model/evidence.ts';
import type { RunningStack, StackPart } from '../../harness/stack/start-stack.ts';
import { applicationAddresses, ssoHostOf, tilePath } from '../../mocks/aws/identity-center-app/addresses.ts';
import { createIdentityCenterAppFromConfig } from '../../mocks/aws/identity-center-app/main-config.ts';
import { createKpowFromConfig } from '../../mocks/kpow/main-config.ts';
import { existingPart } from './existing.ts';
import { assignments, groupNames, groupSids, people } from './people.ts';

/** The control APIs of this integration's doubles; an application of one's own has none. */
export interface Controls {
  readonly idp: ControlClient;
  readonly kpow: ControlClient | undefined;
}

export interface Parties {
  readonly parts: readonly StackPart[];
  readonly targets: readonly TargetRecord[];
  readonly names: Names;
  readonly existing: ExistingApplication | undefined;
  readonly controls: (stack: RunningStack) => Controls;
}

/** Every address that the parties know each other by. */
export type Names = ReturnType<typeof namesOf>;

export const accountId = '123456789012';
export const instanceId = 'ins-7223a1b2c3d4e5f6';

/** Kpow under a name that it does not go by: where logins land whose address was typed wrong. */
export const otherHostOf = (host: string) => `old-${host}`;

export function namesOf({ identityCenter, application }: KpowConfig) {
  const { region, instance } = identityCenter;
  const { existing } = application;
  const { key, entityId, metadataUrl } = applicationAddresses(region, accountId, instanceId);
  const portalHost = `${instance}.awsapps.com`;
  const acsUrl = existing?.acsUrl ?? `https://${application.host}/saml`;
  return {
    region,
    instance,
    portalHost,
    ssoHost: ssoHostOf(region),
    portal: `https://${portalHost}/start`,
    tile: `https://${portalHost}${tilePath(application.name, key)}`,
    idpMetadata: metadataUrl,
    issuerUrl: entityId,
    displayName: application.name,
    appHost: new URL(acsUrl).host,
    appOrigin: new URL(acsUrl).origin,
    startUrl: existing?.startUrl ?? `https://${application.host}/`,
    acsUrl,
    audience: application.audience,
    rolesAttribute: application.rolesAttribute,
  } as const;
}

export function describeParties(config: KpowConfig): Parties {
  const names = namesOf(config);
  const { existing } = config.application;
  return {
    names,
    existing,
    parts: [identityProvider(names), existing === undefined ? kpow(names) : existingPart(existing)],
    targets: [
      {
        role: 'idp',
        mode: 'double',
        product: 'IAM Identity Center',
        origins: [`https://${names.portalHost}`, `https://${names.ssoHost}`],
      },
      existing === undefined
        ? { role: 'sp', mode: 'double', product: 'Kpow', origins: [names.appOrigin] }
        : { role: 'sp', mode: 'real', product: existing.product, origins: [names.appOrigin] },
    ],
    controls: ({ controls: { idp, kpow: app } }) => {
      if (idp === undefined) throw new Error('The stack runs without IAM Identity Center.');
      return { idp, kpow: existing === undefined ? app : undefined };
    },
  };
}

/** The lines of the vendor's guide, and those that Kpow shows of a person. */
export const mappingLines = (rolesAttribute: string) => [
  { name: 'Subject', value: '${user:subject}', format: 'unspecified' as const },
  { name: rolesAttribute, value: '${user:groups}', format: 'unspecified' as const },
  { name: 'Email', value: '${user:email}', format: 'unspecified' as const },
  { name: 'Name', value: '${user:name}', format: 'unspecified' as const },
];

function identityProvider(names: Names): StackPart {
  return {
    name: 'idp',
    hosts: [names.portalHost, names.ssoHost],
    entry: 'mocks/aws/identity-center-app/main.ts',
    config: () => ({
      center: {
        region: names.region,
        instanceId: names.instance,
        users: Object.values(people).map(({ password, groups, ...user }) => user),
        groups: Object.fromEntries(groupNames.map((name) => [name, membersOf(name)])),
      },
      accountId,
      groupSids,
      passwords: Object.fromEntries(Object.values(people).map((one) => [one.userName, one.password])),
      applications: {
        [instanceId]: {
          displayName: names.displayName,
          description: 'Kafka clusters of the test environment',
          acsUrl: names.acsUrl,
          audience: names.audience,
          mappings: mappingLines(names.rolesAttribute),
          assignments,
        },
      },
    }),
    create: createIdentityCenterAppFromConfig,
  };
}

function membersOf(group: string): readonly string[] {
  return Object.values(people)
    .filter(({ groups }) => groups.some((name) => name === group))
    .map(({ userName }) => userName);
}

function kpow(names: Names): StackPart {
  const otherHosts = [otherHostOf(names.appHost)];
  return {
    name: 'kpow',
    hosts: [names.appHost, ...otherHosts],
    entry: 'mocks/kpow/main.ts',
    config: () => ({ host: names.appHost, otherHosts }),
    create: createKpowFromConfig,
  };
}
