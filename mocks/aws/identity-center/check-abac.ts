import { must } from '../../core/saml/refusal.ts';
import { attribute, childrenOf, type Element, ns } from '../../core/saml/xml.ts';

const prefix = 'https://aws.amazon.com/SAML/Attributes/AccessControl:';
const formats = ['uri', 'basic', 'unspecified'].map(
  (name) => `urn:oasis:names:tc:SAML:2.0:attrname-format:${name}`,
);

/** Attributes for access control: at most 50, single, plain, not repeated (aws.md B.1, "ABAC attributes"). */
export function checkAccessControlAttributes(assertion: Element): void {
  const attributes = childrenOf(assertion, ns.saml, 'AttributeStatement')
    .flatMap((statement) => childrenOf(statement, ns.saml, 'Attribute'))
    .filter((one) => attribute(one, 'Name')?.startsWith(prefix));
  must(
    attributes.length <= 50,
    `Response contains ${attributes.length} access control attributes; 50 are allowed`,
  );
  const seen = new Set<string>();
  for (const one of attributes) {
    const name = attribute(one, 'Name') ?? '';
    must(!seen.has(name), `Access control attribute "${name}" occurs more than once`);
    seen.add(name);
    const values = childrenOf(one, ns.saml, 'AttributeValue');
    must(values.length === 1, `Access control attribute "${name}" has ${values.length} values, not one`);
    must(
      values.every((value) => value.children.length === 0),
      `Access control attribute "${name}" contains XML`,
    );
    const format = attribute(one, 'NameFormat');
    // AWS: "a SAML-specified format"; an absent one means unspecified (Core 2.7.3.1), so it is let through.
    must(
      format === undefined || formats.includes(format),
      `Access control attribute "${name}" has a generic format`,
    );
  }
}
