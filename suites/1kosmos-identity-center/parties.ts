import type { KosmosIdentityCenterConfig } from '../../harness/config/schema.ts';
import type { TargetRecord } from '../../harness/model/evidence.ts';
import type { RunningStack, StackPart } from '../../harness/stack/start-stack.ts';
import { createAuthenticatorFromConfig } from '../../mocks/authenticator/main-config.ts';
import { configBody as identityCenterBody } from '../../mocks/aws/identity-center/config.ts';
import { createIdentityCenter } from '../../mocks/aws/identity-center/double.ts';
import { identityCenterApplication } from '../../mocks/idp/config.ts';
import { createIdpFromConfig } from '../../mocks/idp/main-config.ts';
import { applicationId, type Controls } from './arrange.ts';
import { accounts, assignments, groups, type Person, people, permissionSets } from './people.ts';

/** The three parties of this integration, under the names that the configuration gives them. */
export interface Parties {
  readonly parts: readonly StackPart[];
  readonly targets: readonly TargetRecord[];
  readonly names: Names;
  readonly controls: (stack: RunningStack) => Controls;
}

/** Every address that the parties know each other by. */
export type Names = ReturnType<typeof namesOf>;

export const phoneHost = 'phone.countersign.test';

export function describeParties(config: KosmosIdentityCenterConfig): Parties {
  const names = namesOf(config);
  return {
    names,
    parts: [identityProvider(names), identityCenter(names), authenticator()],
    targets: [
      { role: 'idp', mode: 'double', product: '1Kosmos', origins: [`https://${names.idpHost}`] },
      {
        role: 'sp',
        mode: 'double',
        product: 'IAM Identity Center',
        origins: [`https://${names.portalHost}`, `https://${names.signInHost}`],
      },
      { role: 'authenticator', mode: 'double', product: '1Kosmos app', origins: [`https://${phoneHost}`] },
    ],
    controls: ({ controls: { idp, sp, authenticator: phone } }) => {
      if (idp === undefined || sp === undefined || phone === undefined)
        throw new Error('The stack runs without one of the three parties.');
      return { idp, sp, authenticator: phone };
    },
  };
}

function identityProvider(names: Names): StackPart {
  return {
    name: 'idp',
    hosts: [names.idpHost],
    entry: 'mocks/idp/main.ts',
    config: () => ({
      host: names.idpHost,
      users: everyone.map(({ email, firstName, lastName }) => ({ email, firstName, lastName })),
      applications: [
        {
          ...identityCenterApplication,
          id: applicationId,
          accessUrl: names.portal,
          entityId: names.issuerUrl,
          acsUrl: names.acsUrl,
        },
      ],
    }),
    create: createIdpFromConfig,
  };
}

function identityCenter(names: Names): StackPart {
  return {
    name: 'sp',
    // The rest of the sign-in host belongs to direct federation into IAM.
    hosts: [names.portalHost, `${names.signInHost}/platform`],
    entry: 'mocks/aws/identity-center/main.ts',
    config: () => ({
      region: names.region,
      instanceId: names.instance,
      acsId: names.acsId,
      users: everyone.flatMap(({ directory }) => (directory === null ? [] : [directory])),
      groups: Object.fromEntries(
        Object.entries(groups).map(([name, members]) => [name, members.map((one) => people[one].email)]),
      ),
      accounts: Object.fromEntries(accounts.map(({ accountId, accountName }) => [accountId, accountName])),
      permissionSets,
      assignments,
    }),
    create: (config) => createIdentityCenter(identityCenterBody.parse(config)),
  };
}

function authenticator(): StackPart {
  return {
    name: 'authenticator',
    hosts: [phoneHost],
    entry: 'mocks/authenticator/main.ts',
    config: (network) => ({ routes: network }),
    create: createAuthenticatorFromConfig,
  };
}

const everyone: readonly Person[] = Object.values(people);

export function namesOf({ idp, identityCenter }: KosmosIdentityCenterConfig) {
  const { region, instance, acsId } = identityCenter;
  const signInHost = `${region}.signin.aws.amazon.com`;
  const portalHost = `${instance}.awsapps.com`;
  const saml = `https://${signInHost}/platform/saml`;
  return {
    region,
    instance,
    acsId,
    idpHost: idp.host,
    portalHost,
    signInHost,
    portal: `https://${portalHost}/start`,
    issuerUrl: `${saml}/${instance}`,
    acsUrl: `${saml}/acs/${acsId}`,
    spMetadata: `${saml}/metadata/${instance}`,
    idpMetadata: `https://${idp.host}/saml/metadata`,
    launch: `https://${idp.host}/saml/launch/${applicationId}`,
  } as const;
}
