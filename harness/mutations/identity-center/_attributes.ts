import { escapeXml, insertInto } from '../kit/edit.ts';

const prefix = 'https://aws.amazon.com/SAML/Attributes/AccessControl:';
const uri = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';

/** One attribute for access control: key without the prefix, plain values, and a name format if not `uri`. */
export interface AddedAttribute {
  readonly key: string;
  readonly values: readonly string[];
  readonly format?: string;
}

/** Adds attributes for access control at the end of the AttributeStatement. */
export function addAttributes(xml: string, attributes: readonly AddedAttribute[]): string {
  const added = attributes.map(({ key, values, format }) => {
    const inner = values.map((value) => `<a:AttributeValue>${escapeXml(value)}</a:AttributeValue>`).join('');
    const name = escapeXml(`${prefix}${key}`);
    return `<a:Attribute xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion" Name="${name}" NameFormat="${format ?? uri}">${inner}</a:Attribute>`;
  });
  return insertInto(xml, 'AttributeStatement', added.join(''));
}
