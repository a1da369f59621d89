import { applicationOf, type SamlApplication } from '../../aws/mapping-expressions-records.ts';
import type { Fix } from '../../model/check.ts';
import type { AttributeReading, ResponseReading, TextReading } from '../../model/readings.ts';
import type { Setup } from '../../model/records.ts';
import type { SpecRef } from '../../model/spec.ts';

/** Why a check about an application has nothing to judge, or `true`. */
export function hasApplication({ setup }: { readonly setup: Setup }): true | string {
  return applicationOf(setup) !== undefined || 'How the application was set up is not known.';
}

/** Faults of the application of a setup; none where `hasApplication` says why. */
export function judgeApplication<F>(
  setup: Setup,
  judge: (application: SamlApplication) => readonly F[],
): readonly F[] {
  const application = applicationOf(setup);
  return application === undefined ? [] : judge(application);
}

/** The attributes that the application takes roles from: of exactly its name. */
export function roleAttributes(
  response: ResponseReading,
  { own }: SamlApplication,
): readonly AttributeReading[] {
  return response.assertions
    .flatMap(({ attributes }) => attributes)
    .filter(({ name }) => name === own.rolesAttribute);
}

/** Roles as they were sent, empty values left out: attributes/value-absent tells of those. */
export function sentRoles(response: ResponseReading, application: SamlApplication): readonly TextReading[] {
  return roleAttributes(response, application)
    .flatMap(({ values }) => values)
    .filter(({ text }) => text.trim() !== '');
}

/** Why a check about the roles in an assertion has nothing to judge, or `true`. */
export function hasRoles(evidence: {
  readonly setup: Setup;
  readonly response: ResponseReading;
}): true | string {
  const application = applicationOf(evidence.setup);
  if (application === undefined) return 'How the application was set up is not known.';
  return sentRoles(evidence.response, application).length > 0 || 'The assertion carries no role.';
}

const center = 'IAM Identity Center';

/** Applications → the application → Actions → Edit configuration. */
export const configurationFix = (field: string, change: string): Fix => ({
  console: center,
  field: `Applications → the application → Edit configuration → ${field}`,
  change,
});

/** Applications → the application → Actions → Edit attribute mappings. */
export const mappingFix = (change: string): Fix => ({
  console: center,
  field: 'Applications → the application → Edit attribute mappings',
  change,
});

const guide = 'https://docs.aws.amazon.com/singlesignon/latest/userguide';

/** The user guide's page on the properties of an application. @param says the sentence relied on, in our words */
export const propertiesRef = (says: string): SpecRef => ({
  document: 'aws-identity-center',
  section: 'Application properties',
  says,
  url: `${guide}/appproperties.html`,
});

export const samlAppsRef = (says: string): SpecRef => ({
  document: 'aws-identity-center',
  section: 'Set up customer managed SAML 2.0 applications',
  says,
  url: `${guide}/customermanagedapps-saml2-setup.html`,
});

export const groupsRef: SpecRef = {
  assumption:
    // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
    '${user:groups} sends the GUID of each group, or domain and SID where an Active Directory stands behind.',
  known:
    'The guide of Kpow says so, and a published response of a directory behind Identity Center shows one value a group, of the form domain//S-1-5-21-….',
};
