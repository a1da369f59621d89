import type { IdemeumRolloutConfig } from '../../harness/config/schema.ts';
import type { TargetRecord } from '../../harness/model/evidence.ts';
import type { RunningStack, StackPart } from '../../harness/stack/start-stack.ts';
import { createAuthenticatorFromConfig } from '../../mocks/authenticator/main-config.ts';
import { createIdentityCenterFromConfig } from '../../mocks/aws/identity-center/main-config.ts';
import { createIdemeumFromConfig } from '../../mocks/idemeum/main-config.ts';
import { scimAddresses, scimConfig } from '../../mocks/scim/config.ts';
import type { Controls } from './arrange.ts';
import { accounts, groups, people, permissionSets } from './people.ts';

/** The three parties of this integration, under the names that the configuration gives them. */
export interface Parties {
  readonly parts: readonly StackPart[];
  readonly targets: readonly TargetRecord[];
  readonly names: Names;
  readonly controls: (stack: RunningStack) => Controls;
}

/** Every address that the parties know each other by. */
export type Names = ReturnType<typeof namesOf>;

/** The application's id in the tenant, which is its template's. */
export const applicationId = 'amazon-web-services';
/** Where a person finds the phone. */
export const phoneHost = 'phone.countersign.test';

export function describeParties(config: IdemeumRolloutConfig): Parties {
  const names = namesOf(config);
  const double = { mode: 'double' } as const;
  return {
    names,
    // The identity provider pushes to the service, so the service has to be there first.
    parts: [identityCenter(names), identityProvider(names), authenticator()],
    targets: [
      { ...double, role: 'idp', product: 'idemeum', origins: [`https://${names.idpHost}`] },
      {
        ...double,
        role: 'sp',
        product: 'IAM Identity Center',
        origins: [`https://${names.portalHost}`, `https://${names.signInHost}`],
      },
      {
        ...double,
        role: 'scim',
        product: 'IAM Identity Center automatic provisioning',
        origins: [`https://${names.scimHost}`],
      },
      { ...double, role: 'authenticator', product: 'idemeum app', origins: [`https://${phoneHost}`] },
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
    entry: 'mocks/idemeum/main.ts',
    config: (network) => {
      const scim = network[`https://${names.scimHost}`];
      return {
        host: names.idpHost,
        people: Object.values(people).map(({ access: _, ...person }) => person),
        groups,
        routes: scim === undefined ? {} : { [`https://${names.scimHost}`]: scim },
        // Doubles answer at once: what is waited for is only what a case makes them do.
        retry: { attempts: 6, baseMs: 5, capMs: 50, patienceMs: 2_000 },
      };
    },
    create: createIdemeumFromConfig,
  };
}

function identityCenter(names: Names): StackPart {
  return {
    name: 'sp',
    hosts: [names.portalHost, `${names.signInHost}/platform`, names.scimHost],
    entry: 'mocks/aws/identity-center/main.ts',
    config: () => ({
      region: names.region,
      instanceId: names.instance,
      acsId: names.acsId,
      accounts: Object.fromEntries(accounts.map(({ accountId, accountName }) => [accountId, accountName])),
      permissionSets,
    }),
    create: createIdentityCenterFromConfig,
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

export function namesOf({ idp, identityCenter: { region, instance, acsId } }: IdemeumRolloutConfig) {
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
    scimHost: scimAddresses(region, scimConfig.parse({}).tenantId).host,
    portal: `https://${portalHost}/start`,
    issuerUrl: `${saml}/${instance}`,
    acsUrl: `${saml}/acs/${acsId}`,
    spMetadata: `${saml}/metadata/${instance}`,
    idpMetadata: `https://${idp.host}/saml/metadata`,
    catalog: `https://${idp.host}/`,
    launch: `https://${idp.host}/saml/launch/${applicationId}`,
  } as const;
}
