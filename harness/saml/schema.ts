import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { SchemaFaults } from '../model/readings.ts';
import { assertionSchema } from './schemas/saml-assertion.ts';
import { metadataSchema } from './schemas/saml-metadata.ts';
import { protocolSchema } from './schemas/saml-protocol.ts';
import { xencSchema } from './schemas/xenc.ts';
import { xmlNamespaceSchema } from './schemas/xml-namespace.ts';
import { xmldsigSchema } from './schemas/xmldsig-core.ts';

export type SchemaName = 'protocol' | 'metadata' | 'assertion';

/** No more faults than a person reads; a hostile document has as many as it has elements. */
const mostFaults = 100;

const folder = 'countersign-schemas/';
const w3 = 'http://www.w3.org/';

/** Text of each schema by every address under which another one imports it. Nothing else can be loaded. */
const schemas: Readonly<Record<string, string>> = Object.freeze({
  [`${folder}saml-schema-assertion-2.0.xsd`]: assertionSchema,
  [`${folder}saml-schema-protocol-2.0.xsd`]: protocolSchema,
  [`${folder}saml-schema-metadata-2.0.xsd`]: metadataSchema,
  [`${w3}TR/2002/REC-xmldsig-core-20020212/xmldsig-core-schema.xsd`]: xmldsigSchema,
  [`${w3}TR/2002/REC-xmlenc-core-20021210/xenc-schema.xsd`]: xencSchema,
  [`${w3}TR/2002/REC-xmlenc-core-20021210/xmldsig-core-schema.xsd`]: xmldsigSchema,
  [`${w3}2001/xml.xsd`]: xmlNamespaceSchema,
});

/**
 * Validates a document against the OASIS schema of its kind; what other namespaces add is let pass where
 * the schema allows them. The text must have been read by `parseXml` without a problem.
 */
export function validateSchema(text: string, name: SchemaName): SchemaFaults {
  return validate(text.replace(/^\uFEFF/, ''), validators.get(name) ?? compile(name));
}

/** Compiled schemas: constants that take thirty times as long to make as to use. */
const validators = new Map<SchemaName, XsdValidator>();

function compile(name: SchemaName): XsdValidator {
  const encoder = new TextEncoder();
  const buffers = Object.entries(schemas).map(([address, schema]) => [address, encoder.encode(schema)]);
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(buffers)));
  try {
    const address = `${folder}saml-schema-${name}-2.0.xsd`;
    using schema = XmlDocument.fromString(schemas[address] ?? '', { url: address });
    const validator = XsdValidator.fromDoc(schema);
    validators.set(name, validator);
    return validator;
  } finally {
    xmlCleanupInputProvider();
  }
}

function validate(text: string, validator: XsdValidator): SchemaFaults {
  try {
    using document = XmlDocument.fromString(text);
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.slice(0, mostFaults).map(({ message, line }) => ({ message: message.trim(), line }));
  }
}
