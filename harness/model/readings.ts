import type { AccountRecord, StsRecord } from './aws-records.ts';
import type { ArtifactName, Exchange } from './evidence.ts';
import type { IdentityPoolRecord } from './identity-pool-records.ts';
import type { OidcRecord } from './oidc-records.ts';
import type { Delivery, OutcomeRecord, PhoneRecord, PortalRecord, ReplayRecord, Setup } from './records.ts';
import type { DirectoryRecord, ScimProbeRecord, ScimRecord } from './scim-records.ts';
import type { StepUpRecord } from './step-up-records.ts';
import type { XmlDocument, XmlElement } from './xml.ts';

export type SignatureFault =
  | 'no-such-element'
  | 'malformed'
  | 'reference-count'
  | 'reference-not-parent'
  | 'duplicate-id'
  | 'transform-not-allowed'
  | 'algorithm-not-supported'
  | 'no-trusted-key'
  | 'digest-mismatch'
  | 'value-mismatch';

/** One ds:Signature and what it really proves. */
export interface SignatureReading {
  readonly element: XmlElement;
  /** The element that the signature sits in, and so claims to protect. */
  readonly parent: XmlElement;
  readonly signatureMethod: string;
  readonly canonicalizationMethod: string;
  readonly references: readonly {
    readonly uri: string | undefined;
    readonly digestMethod: string;
    readonly transforms: readonly string[];
  }[];
  /** Base64 DER of the certificates in KeyInfo, in order; white space removed. */
  readonly keyInfoCertificates: readonly string[];
  /** Verified with a trusted key: the key's place in the list of trusted certificates. */
  readonly verifiedWith?: number;
  /** Why it does not verify; absent when it does, or when no trusted key was known. */
  readonly fault?: { readonly code: SignatureFault; readonly message: string };
  /** The parent, read again from the very bytes that were digested. Only for a verified signature. */
  readonly signedElement?: XmlElement;
}

/** A certificate, as far as the checks need it. */
export interface CertificateReading {
  /** Base64 DER without white space. */
  readonly der: string;
  /** Absent when the bytes are no X.509 certificate. */
  readonly x509?: {
    readonly subject: string;
    readonly issuer: string;
    readonly notBefore: string;
    readonly notAfter: string;
    readonly publicKey: { readonly type: string; readonly bits: number };
    readonly signatureAlgorithm: string;
    readonly repeatedExtensions: readonly string[];
  };
  readonly use: 'signing' | 'encryption' | 'unspecified';
  readonly element?: XmlElement;
}

/** A text-valued element such as Issuer, NameID or Audience. */
export interface TextReading {
  readonly element: XmlElement;
  /** Text and CDATA joined; comments and processing instructions left out, nothing trimmed. */
  readonly text: string;
  /** Node kinds inside the value that are not plain text: comment, cdata, processing-instruction, element. */
  readonly oddities: readonly string[];
}

export interface NameIdReading extends TextReading {
  readonly format: string | undefined;
  readonly nameQualifier: string | undefined;
  readonly spNameQualifier: string | undefined;
}

export interface IssuerReading extends TextReading {
  readonly format: string | undefined;
}

export interface SubjectConfirmationReading {
  readonly element: XmlElement;
  readonly method: string | undefined;
  readonly data?: {
    readonly element: XmlElement;
    readonly recipient: string | undefined;
    readonly notBefore: string | undefined;
    readonly notOnOrAfter: string | undefined;
    readonly inResponseTo: string | undefined;
    readonly address: string | undefined;
  };
}

export interface AttributeReading {
  readonly element: XmlElement;
  readonly name: string | undefined;
  readonly nameFormat: string | undefined;
  readonly friendlyName: string | undefined;
  readonly values: readonly TextReading[];
}

export interface AssertionReading {
  readonly element: XmlElement;
  readonly id: string | undefined;
  readonly version: string | undefined;
  readonly issueInstant: string | undefined;
  readonly issuer?: IssuerReading;
  /** True when `element` was read from bytes that a trusted key signed. */
  readonly verified: boolean;
  readonly subject?: {
    readonly element: XmlElement;
    readonly nameIds: readonly NameIdReading[];
    readonly confirmations: readonly SubjectConfirmationReading[];
  };
  readonly conditions?: {
    readonly element: XmlElement;
    readonly notBefore: string | undefined;
    readonly notOnOrAfter: string | undefined;
    readonly audienceRestrictions: readonly {
      readonly element: XmlElement;
      readonly audiences: readonly TextReading[];
    }[];
    /** Child elements other than AudienceRestriction. */
    readonly others: readonly XmlElement[];
  };
  readonly authnStatements: readonly {
    readonly element: XmlElement;
    readonly authnInstant: string | undefined;
    readonly sessionIndex: string | undefined;
    readonly sessionNotOnOrAfter: string | undefined;
    readonly contextClassRefs: readonly TextReading[];
  }[];
  readonly attributes: readonly AttributeReading[];
}

/** Violations that the schema validator reported, each with the line in the document. */
export type SchemaFaults = readonly { readonly message: string; readonly line: number }[];

/** A SAML Response as sent, read through what is really signed where a trusted key verifies. */
export interface ResponseReading {
  readonly document: XmlDocument;
  /** The root element; absent when the document is unreadable. It need not be a samlp:Response. */
  readonly element?: XmlElement;
  readonly id: string | undefined;
  readonly version: string | undefined;
  readonly issueInstant: string | undefined;
  readonly destination: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly issuer?: IssuerReading;
  readonly status?: {
    readonly element: XmlElement;
    readonly code: string | undefined;
    readonly subCode: string | undefined;
    readonly message: string | undefined;
  };
  /** Plain assertions that are children of the Response, in order; the verified reading where there is one. */
  readonly assertions: readonly AssertionReading[];
  readonly encryptedAssertions: readonly XmlElement[];
  readonly signatures: readonly SignatureReading[];
  /** How many trusted signing certificates the signatures were tried with; 0 when metadata is unknown. */
  readonly trustedKeys: number;
  /** Every ID, Id, id or xml:id value that occurs more than once. */
  readonly duplicateIds: readonly string[];
  /** Length of the base64 text as sent. */
  readonly encodedLength: number;
  /** Absent when the document is unreadable. */
  readonly schemaFaults?: SchemaFaults;
}

export interface RequestReading {
  readonly document: XmlDocument;
  readonly element?: XmlElement;
  readonly id: string | undefined;
  readonly version: string | undefined;
  readonly issueInstant: string | undefined;
  readonly destination: string | undefined;
  readonly acsUrl: string | undefined;
  readonly acsIndex: string | undefined;
  readonly protocolBinding: string | undefined;
  readonly forceAuthn: string | undefined;
  readonly isPassive: string | undefined;
  readonly issuer?: IssuerReading;
  readonly nameIdPolicy?: {
    readonly element: XmlElement;
    readonly format: string | undefined;
    readonly allowCreate: string | undefined;
  };
  readonly requestedAuthnContext?: {
    readonly element: XmlElement;
    readonly comparison: string | undefined;
    readonly classRefs: readonly TextReading[];
  };
  /** Signature inside the message (HTTP-POST). */
  readonly signatures: readonly SignatureReading[];
  /** How the query parameter was decoded. */
  readonly deflate: 'raw' | 'zlib' | 'none';
  readonly schemaFaults?: SchemaFaults;
}

export interface EndpointReading {
  readonly element: XmlElement;
  readonly binding: string | undefined;
  readonly location: string | undefined;
  readonly index: string | undefined;
  readonly isDefault: string | undefined;
}

export interface MetadataReading {
  readonly document: XmlDocument;
  readonly element?: XmlElement;
  readonly entityId: string | undefined;
  readonly validUntil: string | undefined;
  readonly cacheDuration: string | undefined;
  /** IDPSSODescriptor or SPSSODescriptor elements. */
  readonly roles: readonly {
    readonly element: XmlElement;
    readonly kind: 'idp' | 'sp';
    readonly protocols: readonly string[];
    readonly wantsSigned: string | undefined;
    readonly authnRequestsSigned: string | undefined;
    readonly certificates: readonly CertificateReading[];
    readonly nameIdFormats: readonly TextReading[];
    readonly singleSignOn: readonly EndpointReading[];
    readonly singleLogout: readonly EndpointReading[];
    readonly assertionConsumers: readonly EndpointReading[];
  }[];
  readonly signatures: readonly SignatureReading[];
  readonly schemaFaults?: SchemaFaults;
}

/** What a check is given for each artifact that it declares. */
export interface Readings {
  readonly 'idp-metadata': MetadataReading;
  readonly 'sp-metadata': MetadataReading;
  readonly request: RequestReading;
  readonly 'request-delivery': Delivery;
  readonly response: ResponseReading;
  readonly 'response-delivery': Delivery;
  readonly setup: Setup;
  readonly exchanges: readonly Exchange[];
  readonly phone: PhoneRecord;
  readonly outcome: OutcomeRecord;
  readonly portal: PortalRecord;
  readonly replays: ReplayRecord;
  readonly account: AccountRecord;
  readonly sts: StsRecord;
  readonly scim: ScimRecord;
  readonly directory: DirectoryRecord;
  readonly 'scim-probe': ScimProbeRecord;
  readonly oidc: OidcRecord;
  readonly 'step-up': StepUpRecord;
  readonly 'identity-pool': IdentityPoolRecord;
}

/** Compile-time proof that every artifact has a reading. */
export type ReadingOf<N extends ArtifactName> = Readings[N];
