import type { MappingFormat } from '../model/application-records.ts';
import type { SpecRef } from '../model/spec.ts';

export type { MappingFormat };

/** Formats in the order of the console's list. */
export const mappingFormats = [
  'unspecified',
  'basic',
  'uri',
  'emailAddress',
  'persistent',
  'transient',
] as const satisfies readonly MappingFormat[];

/** Name of the mapping that gives the NameID: every application has it. */
export const subjectName = 'Subject';

export const mappingFormatRef: SpecRef = {
  assumption:
    'A format that names a kind of identifier stands on the NameID, one that names a kind of attribute on attributes; the rest become unspecified.',
  known:
    'The console has one list of formats for all mappings; what AWS writes for a format of the other kind is not documented.',
};

const nameIds: Readonly<Partial<Record<MappingFormat, string>>> = {
  emailAddress: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
};

/** Format of the NameID (saml-core 8.3). */
export function nameIdFormatOf(format: MappingFormat): string {
  return nameIds[format] ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
}

/** NameFormat of an attribute (saml-core 8.2). */
export function nameFormatOf(format: MappingFormat): string {
  const name = format === 'basic' || format === 'uri' ? format : 'unspecified';
  return `urn:oasis:names:tc:SAML:2.0:attrname-format:${name}`;
}
