import type { SigningKey } from '../../core/keys.ts';
import { createIdpEntity } from '../../core/saml/idp-entity.ts';
import { loadSamlify } from '../../core/samlify.ts';
import type { Addresses } from './addresses.ts';
import type { Trust } from './trust.ts';

const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const emailAddress = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

/**
 * The request as AWS's has been seen in public: no AllowCreate, no RequestedAuthnContext, no hint of the user.
 * AWS documents none of it (aws.md I.9).
 */
const template =
  '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ' +
  'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" ' +
  'Destination="{Destination}" ForceAuthn="false" IsPassive="false" ProtocolBinding="{ProtocolBinding}" ' +
  'AssertionConsumerServiceURL="{Acs}"><saml:Issuer>{Issuer}</saml:Issuer>' +
  '<samlp:NameIDPolicy Format="{NameIDFormat}"/></samlp:AuthnRequest>';

export interface RequestFacts {
  readonly id: string;
  readonly now: number;
  readonly relayState: string;
}

function createProvider(addresses: Addresses, key: SigningKey | undefined) {
  const { ServiceProvider } = loadSamlify();
  return ServiceProvider({
    entityID: addresses.entityId,
    authnRequestsSigned: key !== undefined,
    wantAssertionsSigned: true,
    nameIDFormat: [emailAddress],
    assertionConsumerService: [{ Binding: post, Location: addresses.acsUrl, isDefault: true }],
    ...(key === undefined ? {} : { signingCert: key.certificateDer, privateKey: key.privateKeyPem }),
  });
}

/** SP metadata. It has no logout endpoint and no encryption key, like AWS's (aws.md B.1). */
export function buildMetadata(addresses: Addresses, key: SigningKey | undefined): string {
  return createProvider(addresses, key).getMetadata();
}

/** Address at the identity provider that carries an AuthnRequest; signed when there is a key. */
export function buildRequestUrl(
  addresses: Addresses,
  trust: Trust,
  key: SigningKey | undefined,
  { id, now, relayState }: RequestFacts,
): string {
  const { SamlLib } = loadSamlify();
  const context = SamlLib.replaceTagsByValue(template, {
    ID: id,
    IssueInstant: new Date(now).toISOString(),
    Destination: trust.ssoUrl,
    ProtocolBinding: post,
    Acs: addresses.acsUrl,
    Issuer: addresses.entityId,
    NameIDFormat: emailAddress,
  });
  const idp = createIdpEntity(trust, { wantsSignedRequests: key !== undefined });
  const request = createProvider(addresses, key).createLoginRequest(idp, 'redirect', {
    relayState,
    customTagReplacement: () => ({ id, context }),
  });
  return request.context;
}
