import {
  type ApplicationHome,
  applicationOf,
  homeOf,
  type MappingLine,
  type SamlApplication,
} from '../../aws/mapping-expressions-records.ts';
import type { Mutation, MutationChange } from '../../model/mutation.ts';
import type { PortalRecord, Setup } from '../../model/records.ts';
import type { SpecRef } from '../../model/spec.ts';
import { NS } from '../../saml/namespaces.ts';
import { EditError } from '../kit/edit.ts';

/** Changes how the application was set up; a login into something else is one that it does not fit. */
export function onApplication(change: (application: SamlApplication) => SamlApplication): MutationChange {
  return {
    on: 'setup',
    apply: (record: Setup): Setup => {
      const application = applicationOf(record);
      if (application === undefined) throw new EditError('The login is into no application.');
      return { ...record, application: change(application) };
    },
  };
}

/** Changes one line of the attribute mappings. */
export function onMapping(
  name: string,
  change: (line: MappingLine) => MappingLine | undefined,
): MutationChange {
  return onApplication((application) => {
    if (!application.mappings.some((line) => line.name === name))
      throw new EditError(`There is no mapping of "${name}".`);
    const mappings = application.mappings.flatMap((line) =>
      line.name === name ? (change(line) ?? []) : [line],
    );
    return { ...application, mappings };
  });
}

/** Changes the first page of the application as it was seen. */
export function onHome(change: (home: ApplicationHome) => ApplicationHome): MutationChange {
  return {
    on: 'portal',
    apply: (record: PortalRecord): PortalRecord => {
      const home = { ...record, ...homeOf(record) };
      if (home.sessionEnd === undefined) throw new EditError('The portal is none of an application.');
      return change(home);
    },
  };
}

/** A value with a namespace of its own: what the message calls the namespace is up to who wrote it. */
export function attributeValueXml(value: string): string {
  return `<saml:AttributeValue xmlns:saml="${NS.saml}">${value}</saml:AttributeValue>`;
}

/** What all of these have in common: mistakes of set-up, judged by what was seen. */
export const mistake = {
  stage: 'in-transit',
  hostile: false,
  safe: 'unaffected',
} as const satisfies Partial<Mutation>;

export const propertiesRef: SpecRef = {
  document: 'aws-identity-center',
  section: 'Application properties',
  says: 'Start URL, relay state and session duration are typed by an administrator.',
  url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/appproperties.html',
};

export const mappingsRef: SpecRef = {
  document: 'aws-identity-center',
  section: 'Map attributes in your application to IAM Identity Center attributes',
  says: 'Name, value and format of each mapping are typed by an administrator.',
  url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/mapawsssoattributestoapp.html',
};

export const setupRef: SpecRef = {
  document: 'aws-identity-center',
  section: 'Set up customer managed SAML 2.0 applications',
  says: 'ACS URL and audience of the application are typed by an administrator.',
  url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/customermanagedapps-saml2-setup.html',
};
