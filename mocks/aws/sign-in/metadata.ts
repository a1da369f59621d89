import { partitions } from '../../../harness/aws/partitions.ts';
import { attributeName } from '../../../harness/aws/saml-attributes.ts';
import type { SignInAddress } from '../../../harness/aws/sign-in-addresses.ts';
import { supportedNameIdFormats } from '../../../harness/aws/subject.ts';
import { escapeXml } from '../query/write-xml.ts';

const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

/**
 * Metadata of AWS sign-in as a service provider: entity ID, one ACS, name formats and the two attributes it cannot do
 * without (IAM User Guide, "Create a SAML identity provider in IAM"). AWS's own file has a certificate too, which
 * nothing is signed with; this one has none.
 */
export function buildMetadata({ partition, url }: Pick<SignInAddress, 'partition' | 'url'>): string {
  const entityId = partitions.find(({ id }) => id === partition)?.entityIds[0] ?? '';
  const formats = supportedNameIdFormats.map((format) => `<NameIDFormat>${format}</NameIDFormat>`).join('');
  const attributes = (['role', 'roleSessionName'] as const)
    .map((one) => `<RequestedAttribute isRequired="true" Name="${attributeName(one)}"/>`)
    .join('');
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">` +
    '<SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">' +
    `${formats}<AssertionConsumerService index="1" isDefault="true" Binding="${post}" Location="${escapeXml(url)}"/>` +
    `<AttributeConsumingService index="1"><ServiceName xml:lang="en">AWS Management Console Single Sign-On</ServiceName>${attributes}</AttributeConsumingService>` +
    '</SPSSODescriptor></EntityDescriptor>\n'
  );
}
