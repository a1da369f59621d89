// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import type {
  ApplicationHome,
  SamlApplication,
  SamlApplicationSetup,
} from '../../aws/mapping-expressions-records.ts';
import type { AttributeExpectation, PortalRecord, Setup } from '../../model/records.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { applyChange } from '../kit/apply.ts';
import { recordArtifact, withArtifacts } from '../kit/artifact.ts';
import { insertInto } from '../kit/edit.ts';
import { type GenuineLogin, type GenuineOptions, makeGenuineLogin } from '../kit/genuine.ts';
import { instant, names } from '../kit/genuine-facts.ts';
import { attributeXml } from '../kit/genuine-iam-messages.ts';

export const rolesAttribute = 'Roles';

/** The person's groups, by name and by the GUID that is sent for them. */
export const groups = [
  { name: 'kafka-admins', sent: '2f1d6c0e-8a4b-4f7a-9c1d-0b3e5a7c9d11' },
  { name: 'kafka-users', sent: '7c9e2a54-1b6d-4d3f-8e20-94a6b8c0d2e4' },
] as const;

const roles = groups.map(({ sent }) => sent);

/** The tile of the portal begins the login, and IAM Identity Center signs the Response. */
export type GenuineAppOptions = Pick<GenuineOptions, 'now' | 'keys'>;

/**
 * A complete clean login into a custom SAML application: that of the portal with an application in its place, which takes
 * two groups of the person for roles, and asks again after one of them is gone.
 */
export function makeGenuineAppLogin(options: GenuineAppOptions): GenuineLogin {
  const plain = makeGenuineLogin({ ...options, initiatedBy: 'idp', signed: 'response' });
  const attribute = attributeXml(rolesAttribute, roles, ATTRNAME.unspecified);
  const withRoles = (xml: string) => insertInto(xml, 'AttributeStatement', attribute);
  const evidence = applyChange({ on: 'response', apply: withRoles }, 'before-signing', plain);
  const access = [{ accountId: new URL(names.acsUrl).host, accountName: application.displayName, roles }];
  const setup = applyRecord<Setup, SamlApplicationSetup>(evidence.artifacts.setup, (record) => ({
    ...record,
    attributes: agreed(record.attributes ?? []),
    access,
    application,
  }));
  const portal = applyRecord<PortalRecord, ApplicationHome>(evidence.artifacts.portal, (record) => ({
    ...record,
    accounts: access,
    sessionEnd: instant(options.now + 3_600_000),
    later: { wanted: roles.slice(1), shown: roles.slice(1) },
  }));
  return { ...plain, evidence: { ...withArtifacts(evidence, { setup, portal }), integration: 'kpow' } };
}

const application: SamlApplication = {
  displayName: 'Kafka',
  acsUrl: names.acsUrl,
  audience: names.spEntityId,
  startUrl: '',
  relayState: '',
  // As long as the genuine assertion.
  sessionMs: 300_000,
  mappings: [
    { name: 'Subject', value: '${user:subject}', format: 'emailAddress' },
    { name: rolesAttribute, value: '${user:groups}', format: 'unspecified' },
    { name: 'email', value: '${user:email}', format: 'unspecified' },
    { name: 'first_name', value: '${user:givenName}', format: 'unspecified' },
    { name: 'last_name', value: '${user:familyName}', format: 'unspecified' },
  ],
  assigned: true,
  groups,
  own: {
    acsUrl: names.acsUrl,
    audience: names.spEntityId,
    rolesAttribute,
    knownRoles: roles,
    sessionMs: 28_800_000,
  },
};

/** The mapping table with the sources that the console offers, and a line for each role. */
function agreed(plain: readonly AttributeExpectation[]): readonly AttributeExpectation[] {
  const sources = new Map(application.mappings.map(({ name, value }) => [name, value]));
  return [
    ...plain.map((line) => ({ ...line, source: sources.get(line.name) ?? line.source })),
    ...roles.map((value) => ({ source: '${user:groups}', name: rolesAttribute, value })),
  ];
}

function applyRecord<A, B>(artifact: unknown, change: (record: A) => B) {
  const { raw } = artifact as { raw: string }; // the genuine login has seen every artifact
  return recordArtifact(change(JSON.parse(raw) as A)); // and wrote it itself
}
