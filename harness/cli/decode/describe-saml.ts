import type { AssertionReading, SignatureReading } from '../../model/readings.ts';
import { readCertificate } from '../../saml/certificate.ts';
import { readMetadata } from '../../saml/read-metadata.ts';
import { readRequest } from '../../saml/read-request.ts';
import { readResponse } from '../../saml/read-response.ts';
import { type Part, rowsOf } from './described.ts';

/** Parts of a Response, an AuthnRequest, or metadata: what a person looks for first. Signatures are named, not verified. */
export function describeSaml(xml: string, root: 'Response' | 'AuthnRequest' | 'metadata'): readonly Part[] {
  if (root === 'metadata') return describeMetadata(xml);
  return root === 'Response' ? describeResponse(xml) : describeRequest(xml);
}

function describeResponse(xml: string): readonly Part[] {
  const response = readResponse(xml, []);
  const { status, issuer } = response;
  const sealed = response.encryptedAssertions.length;
  return [
    {
      title: 'Response',
      rows: rowsOf({
        ID: response.id,
        IssueInstant: response.issueInstant,
        Issuer: issuer?.text,
        Destination: response.destination,
        InResponseTo: response.inResponseTo ?? 'none: unsolicited, or IdP-initiated',
        Status: status && [status.code, status.subCode, status.message].filter(Boolean).join(' / '),
        Signature: describeSignature(response.signatures.find(({ parent }) => parent === response.element)),
        EncryptedAssertion: sealed === 0 ? undefined : `${sealed}, which only the service provider can read`,
      }),
    },
    ...response.assertions.map((assertion, index) =>
      describeAssertion(
        assertion,
        response.assertions.length > 1 ? `Assertion ${index + 1}` : 'Assertion',
        response.signatures.find(({ parent }) => parent === assertion.element),
      ),
    ),
  ];
}

function describeAssertion(
  assertion: AssertionReading,
  title: string,
  signature: SignatureReading | undefined,
): Part {
  const { subject, conditions } = assertion;
  const own = rowsOf({
    ID: assertion.id,
    Issuer: assertion.issuer?.text,
    Signature: describeSignature(signature),
  });
  const nameIds = (subject?.nameIds ?? []).map(
    ({ text, format }) => ['NameID', `${text}  (${format ?? 'no format'})`] as const,
  );
  const confirmations = (subject?.confirmations ?? []).flatMap(({ method, data }) => [
    ['SubjectConfirmation', method ?? 'no method'] as const,
    ...rowsOf({
      Recipient: data?.recipient,
      InResponseTo: data?.inResponseTo,
      NotOnOrAfter: data?.notOnOrAfter,
      Address: data?.address,
    }),
  ]);
  const limits = rowsOf({
    'Conditions NotBefore': conditions?.notBefore,
    'Conditions NotOnOrAfter': conditions?.notOnOrAfter,
  });
  const audiences = (conditions?.audienceRestrictions ?? []).flatMap((one) =>
    one.audiences.map(({ text }) => ['Audience', text] as const),
  );
  const statements = assertion.authnStatements.flatMap((one) => [
    ...rowsOf({
      AuthnInstant: one.authnInstant,
      SessionIndex: one.sessionIndex,
      SessionNotOnOrAfter: one.sessionNotOnOrAfter,
    }),
    ...one.contextClassRefs.map(({ text }) => ['AuthnContextClassRef', text] as const),
  ]);
  const attributes = assertion.attributes.map(
    ({ name, friendlyName, values }) =>
      [
        `Attribute ${friendlyName ?? name ?? 'without a name'}`,
        `${values.map(({ text }) => text).join(' | ')}${friendlyName === undefined ? '' : `  (${name})`}`,
      ] as const,
  );
  return {
    title,
    rows: [...own, ...nameIds, ...confirmations, ...limits, ...audiences, ...statements, ...attributes],
  };
}

function describeRequest(xml: string): readonly Part[] {
  const request = readRequest(xml, undefined);
  const context = request.requestedAuthnContext;
  return [
    {
      title: 'AuthnRequest',
      rows: rowsOf({
        ID: request.id,
        IssueInstant: request.issueInstant,
        Issuer: request.issuer?.text,
        Destination: request.destination,
        AssertionConsumerServiceURL: request.acsUrl,
        AssertionConsumerServiceIndex: request.acsIndex,
        ProtocolBinding: request.protocolBinding,
        ForceAuthn: request.forceAuthn,
        IsPassive: request.isPassive,
        'NameIDPolicy Format': request.nameIdPolicy?.format,
        RequestedAuthnContext:
          context &&
          `${context.comparison ?? 'exact'}: ${context.classRefs.map(({ text }) => text).join(' | ')}`,
        Signature: describeSignature(request.signatures[0]) ?? 'none inside the message',
      }),
    },
  ];
}

function describeMetadata(xml: string): readonly Part[] {
  const metadata = readMetadata(xml);
  return [
    {
      title: 'Entity',
      rows: rowsOf({ entityID: metadata.entityId, validUntil: metadata.validUntil }),
    },
    ...metadata.roles.map((role) => ({
      title: role.kind === 'idp' ? 'Identity provider' : 'Service provider',
      rows: [
        ...[...role.singleSignOn, ...role.assertionConsumers, ...role.singleLogout].map(
          ({ element, binding, location }) =>
            [
              element.local,
              `${location ?? 'no Location'}  (${binding?.split(':').at(-1) ?? 'no Binding'})`,
            ] as const,
        ),
        ...role.nameIdFormats.map(({ text }) => ['NameIDFormat', text] as const),
        ...role.certificates.map(
          ({ der, use }) => [`Certificate for ${use}`, describeCertificate(der)] as const,
        ),
      ],
    })),
  ];
}

function describeSignature(signature: SignatureReading | undefined): string | undefined {
  if (signature === undefined) return undefined;
  const { signatureMethod, references, keyInfoCertificates } = signature;
  const digests = references.map(({ digestMethod }) => digestMethod.split('#').at(-1));
  const method = `${signatureMethod.split('#').at(-1)}, digest ${digests.join(' and ') || 'none'}`;
  const [certificate] = keyInfoCertificates;
  const by = certificate === undefined ? 'no certificate in it' : describeCertificate(certificate);
  return `${method}; ${by}; not verified here: "countersign check" does`;
}

function describeCertificate(der: string): string {
  const { x509 } = readCertificate(der, 'unspecified');
  if (x509 === undefined) return 'no X.509 certificate';
  return `${x509.subject}, ${x509.publicKey.type} ${x509.publicKey.bits}, valid ${x509.notBefore} to ${x509.notAfter}`;
}
