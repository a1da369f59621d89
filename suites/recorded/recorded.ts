/** A message that a foreign product made, kept as it came, and what was found in it. */
export interface RecordedMessage {
  /** File below `messages`, without `.b64`. */
  readonly name: string;
  /** Metadata file below `messages`, without `.metadata.xml`. */
  readonly product: string;
  /** Moment at which it would have been delivered, ISO 8601. */
  readonly now: string;
  /** ID of the request that it answers; absent for an unsolicited one. */
  readonly requestId?: string;
  /** Checks that fail on it, each adjudicated: the product's fault by the standard. */
  readonly findings: Readonly<Record<string, string>>;
}

const shortId = (bits: number) =>
  `SAML Core 1.3.4 asks that two random IDs be equal with a probability of at most 2^-128; this product's hold ${bits} bits.`;
const anHour = 'Valid for delivery for an hour, its default; a delivery takes seconds.';
const sha1 = 'The release signs with RSA-SHA1 and SHA-1 digests unless it is told otherwise.';

const pysaml2 = {
  product: 'pysaml2-7.0.1',
  now: '2026-11-21T14:37:20Z',
  requestId: '_req1',
  findings: {
    'assertion/id': shortId(101),
    'response/id': shortId(101),
    'subject/confirmation-lifetime': anHour,
  },
} as const;
const samlp = {
  product: 'samlp-8.0.0',
  now: '2026-11-21T14:39:38Z',
  findings: { 'response/id': shortId(80), 'subject/confirmation-lifetime': anHour },
} as const;

/** Genuine responses of identity providers that none of us wrote, for the service provider of `surroundings`. */
export const recorded: readonly RecordedMessage[] = [
  {
    name: 'simplesamlphp-1.19.7',
    product: 'simplesamlphp-1.19.7',
    now: '2026-11-21T14:38:55Z',
    findings: { 'metadata/idp-endpoints-https': 'It was run without TLS, on loopback.' },
  },
  { name: 'pysaml2-7.0.1-assertion-signed', ...pysaml2 },
  { name: 'pysaml2-7.0.1-response-signed', ...pysaml2 },
  { name: 'pysaml2-7.0.1-both-signed', ...pysaml2 },
  {
    name: 'lasso-2.8.1',
    product: 'lasso-2.8.1',
    now: '2026-11-21T14:37:21Z',
    findings: { 'algorithms/digest': sha1, 'algorithms/signature': sha1 },
  },
  { name: 'samlp-8.0.0-assertion-signed', ...samlp },
  { name: 'samlp-8.0.0-both-signed', ...samlp },
];

/** The service provider that all of them were made for. */
export const recordedFor = {
  acsUrl: 'https://sp.example/acs',
  spEntityId: 'https://sp.example/metadata',
} as const;
