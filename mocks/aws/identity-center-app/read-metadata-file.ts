import { ControlError } from '../../core/control.ts';
import { saml } from '../../core/saml/write-xml.ts';
import { attribute, childrenOf, ns, onlyChild, parse } from '../../core/saml/xml.ts';

/** Reads an application's metadata file as the console's upload does: consumer service and entity ID. */
export function readMetadataFile(text: string): { readonly acsUrl: string; readonly audience: string } {
  const root = parse(text);
  if ('problem' in root) return refuse(`It cannot be read as XML. ${root.problem}`);
  if (root.namespace !== ns.md || root.local !== 'EntityDescriptor')
    return refuse(`Its root is "${root.local}", not an EntityDescriptor of SAML 2.0.`);
  const audience = attribute(root, 'entityID');
  if (audience === undefined) return refuse('It has no entityID.');
  const role = onlyChild(root, ns.md, 'SPSSODescriptor');
  if (role === undefined) return refuse('It does not have exactly one SPSSODescriptor.');
  const services = childrenOf(role, ns.md, 'AssertionConsumerService').filter(
    (one) => attribute(one, 'Binding') === saml.post,
  );
  const service = services.find((one) => attribute(one, 'isDefault') === 'true') ?? services[0];
  const acsUrl = service && attribute(service, 'Location');
  if (acsUrl === undefined) return refuse('It has no AssertionConsumerService with the HTTP-POST binding.');
  return { acsUrl, audience };
}

function refuse(reason: string): never {
  throw new ControlError(400, `The application metadata file was not taken. ${reason}`);
}
