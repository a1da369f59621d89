import type { MappingLine, SamlApplicationSetup } from '../../harness/aws/mapping-expressions-records.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import { type AccessRoles, writeAccessFile } from './access-file.ts';
import type { KpowStart } from './cases.ts';
import { type Controls, instanceId, type Names, type Parties } from './parties.ts';
import type { accessGroups } from './people.ts';

/** An application as the console shows it. */
export interface Shown {
  readonly displayName: string;
  readonly acsUrl: string;
  readonly audience: string;
  readonly startUrl: string;
  readonly relayState: string;
  readonly sessionMs: number;
  readonly mappings: readonly MappingLine[];
  readonly assignments: readonly { readonly type: 'user' | 'group'; readonly id: string }[];
  readonly issuerUrl: string;
  readonly certificatePem: string;
  readonly certificateDer: string;
}

/** GUID of each group, and what is sent for it. */
export type GroupIds = Readonly<Record<string, { readonly id: string; readonly sent: string }>>;

/** What came of setting both sides up. */
export interface SetUp {
  readonly groups: GroupIds;
  /** What the application trusts of the identity provider. */
  readonly trusted: NonNullable<SamlApplicationSetup['idp']>;
  /** Roles that the access file names; undefined where there is no Kpow. */
  readonly roles: AccessRoles | undefined;
}

export const applicationPath = `/applications/${instanceId}`;

/**
 * In the order of the vendor's guide: the files of the application downloaded from Identity Center, the application
 * started with them.
 * @param fetchText fetches a document under its production name
 */
export async function setUp(
  start: KpowStart,
  controls: Controls,
  { names, existing }: Parties,
  fetchText: (url: string) => Promise<string>,
): Promise<SetUp> {
  const { idp, kpow } = controls;
  const groups = await idp.get<GroupIds>('/group-ids');
  const given = await idp.get<Shown>(applicationPath);
  const { certificatePem, certificateDer, issuerUrl } = given;
  const metadata = await fetchText(names.idpMetadata);
  await existing?.setUp({ metadata, certificate: certificatePem, issuerUrl });
  if (kpow === undefined)
    return {
      groups,
      trusted: { entityId: issuerUrl, ssoUrl: issuerUrl, certificates: [certificateDer] },
      roles: undefined,
    };
  const roles = rolesOf(groups, start.rules);
  const trusted = await startKpow(kpow, names, {
    metadata,
    certificate: start.certificate === undefined ? certificatePem : await otherCertificate(idp, given),
    roles,
    environment: start.environment ?? {},
  });
  return { groups, trusted, roles };
}

/** What the access file calls the groups: what Identity Center sends for them, unless the case has it otherwise. */
function rolesOf(groups: GroupIds, rules: KpowStart['rules']): AccessRoles {
  const roleOf = (name: (typeof accessGroups)[number]) => {
    if (rules === 'names') return name;
    return (rules === 'guids' ? groups[name]?.id : groups[name]?.sent) ?? '';
  };
  return { 'kafka-admins': roleOf('kafka-admins'), 'kafka-users': roleOf('kafka-users') };
}

/** The certificate of a second application, as somebody downloads it who has two pages open. */
async function otherCertificate(idp: ControlClient, { acsUrl, audience, mappings }: Shown): Promise<string> {
  const other = await idp.send<Shown>('PUT', '/applications/ins-00000000000000ff', {
    displayName: 'Another application',
    acsUrl,
    audience,
    mappings,
  });
  return other.certificatePem;
}

interface Given {
  readonly metadata: string;
  readonly certificate: string;
  readonly roles: AccessRoles;
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts Kpow with the variables of the guide. @returns what it then trusts */
async function startKpow(
  kpow: ControlClient,
  names: Names,
  { metadata, certificate, roles, environment }: Given,
): Promise<SetUp['trusted']> {
  const started = await kpow.send<{ idp: SetUp['trusted'] }>('PUT', '/environment', {
    environment: {
      AUTH_PROVIDER_TYPE: 'saml',
      SAML_ACS_URL: names.acsUrl,
      SAML_METADATA_FILE: '/etc/kpow/metadata.xml',
      SAML_CERT: '/etc/kpow/certificate.pem',
      RBAC_CONFIGURATION_FILE: '/etc/kpow/rbac.yaml',
      ...environment,
    },
    files: {
      '/etc/kpow/metadata.xml': metadata,
      '/etc/kpow/certificate.pem': certificate,
      '/etc/kpow/rbac.yaml': writeAccessFile(roles, names.rolesAttribute),
    },
  });
  return started.idp;
}
