import { createHash } from 'node:crypto';
import { CountersignError } from '../model/error.ts';
import type { Artifact, ArtifactName, Evidence, Exchange } from '../model/evidence.ts';
import type { Setup } from '../model/records.ts';
import { bytesArtifact, missingArtifact, textArtifact } from './artifact.ts';
import { readHar } from './har.ts';
import { buildLoginEvidence } from './login-evidence.ts';
import { createRedactor, type Redactor } from './redact.ts';
import { type RecordedLogin, splitLogins } from './split-logins.ts';
import type { Surroundings } from './surroundings.ts';
import { unwrapResponse } from './unwrap.ts';

/**
 * Makes evidence of each login in an HTTP archive, as a browser of ours would have recorded it; secrets are masked. What an
 * archive cannot show (the phone, the portal as seen, the setup) is not part of it.
 * @throws CountersignError `file` when it cannot be read, or has nothing of SAML in it
 */
export function evidencesFromHar(
  value: unknown,
  file: string,
  bytes: Uint8Array,
  surroundings: Surroundings,
): readonly [Evidence, ...Evidence[]] {
  const exchanges = readHar(value, file);
  const metadata = findMetadata(exchanges);
  const logins = splitLogins(exchanges).filter(
    (login) =>
      login.request !== undefined ||
      login.response !== undefined ||
      pageWithResponse(login.exchanges) !== undefined ||
      metadata.length > 0,
  );
  const [first, ...further] = logins;
  if (first === undefined)
    throw new CountersignError(
      'file',
      `"${file}" is an HTTP archive of ${exchanges.length} requests, and none has a SAMLRequest, a SAMLResponse or metadata.`,
      'Record the login from its first page to its last with "Preserve log" ticked, and save it as HAR with content.',
    );
  // The same file gives the same masks; who sees only a report, with the file's hash in it, cannot make them.
  const redactor = createRedactor(createHash('sha256').update('countersign har').update(bytes).digest('hex'));
  const toEvidence = (login: RecordedLogin, index: number) =>
    describe(login, metadata, surroundings, redactor, [
      `Read from the HTTP archive "${file}".`,
      ...(logins.length > 1 ? [`Login ${index + 1} of the ${logins.length} in it.`] : []),
    ]);
  return [toEvidence(first, 0), ...further.map((login, index) => toEvidence(login, index + 1))];
}

type Artifacts = Partial<Record<ArtifactName, Artifact>>;

function describe(
  { request, response, exchanges }: RecordedLogin,
  metadata: readonly Metadata[],
  surroundings: Surroundings,
  redactor: Redactor,
  notes: readonly string[],
): Evidence {
  const { now, idpMetadata } = surroundings;
  const page = response === undefined ? pageWithResponse(exchanges) : undefined;
  const raw = response?.raw ?? page?.raw;
  const issuer = issuerIn(raw);
  const own = (kind: Metadata['kind'], entityId?: string) =>
    metadata.find((one) => one.kind === kind && (entityId === undefined || one.xml.includes(entityId)))?.xml;
  const evidence = buildLoginEvidence(
    {
      flow: 'file',
      targets: [],
      capturedAt: now.given ? now.instant : judgedAt({ request, response, exchanges }, now.instant),
      clockSkewMs: 0,
      steps: [],
      screenshots: [],
      notes: [
        ...notes,
        ...(page === undefined ? [] : ['The SAMLResponse was taken out of the page that posts it.']),
      ],
    },
    { idpMetadata: own('idp', issuer), spMetadata: own('sp') },
    exchanges,
    setupOf(surroundings, request !== undefined, raw),
    [],
    redactor,
    { request, response },
  );
  return { ...evidence, artifacts: { ...evidence.artifacts, ...beside(page?.raw, idpMetadata, evidence) } };
}

/** What the user gave beside the archive, and what a login is lacking. */
function beside(
  fromPage: string | undefined,
  idpMetadata: Uint8Array | undefined,
  { artifacts }: Evidence,
): Artifacts {
  const nowhere = 'The archive has no post of a SAMLResponse: the login ended before, or was not recorded.';
  return {
    ...(artifacts.response !== undefined
      ? {}
      : {
          response: fromPage === undefined ? missingArtifact(nowhere) : textArtifact(fromPage, 'text/plain'),
          'response-delivery': missingArtifact(nowhere),
        }),
    ...(idpMetadata === undefined
      ? artifacts['idp-metadata'] === undefined
        ? {
            'idp-metadata': missingArtifact(
              'The archive has no metadata of the identity provider, and none was given (--idp-metadata), so no key is known.',
            ),
          }
        : {}
      : { 'idp-metadata': bytesArtifact(idpMetadata, 'application/samlmetadata+xml') }),
  };
}

interface Metadata {
  readonly kind: 'idp' | 'sp';
  readonly xml: string;
}

function findMetadata(exchanges: readonly Exchange[]): readonly Metadata[] {
  return exchanges.flatMap(({ responseBody = '' }) => {
    if (!/^[^<]*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?Entit(?:y|ies)Descriptor[\s/>]/.test(responseBody))
      return [];
    const describes = (role: string) => new RegExp(`<([\\w.-]+:)?${role}[\\s/>]`).test(responseBody);
    return (['idp', 'sp'] as const)
      .filter((kind) => describes(kind === 'idp' ? 'IDPSSODescriptor' : 'SPSSODescriptor'))
      .map((kind) => ({ kind, xml: responseBody }));
  });
}

/** A browser that leaves the page at once may not have kept the post; then the page still has the message. */
function pageWithResponse(exchanges: readonly Exchange[]): { readonly raw: string } | undefined {
  for (const { responseBody } of exchanges) {
    const found = responseBody?.includes('SAMLResponse') ? unwrapResponse(responseBody) : undefined;
    if (found?.from === 'HTML form' && found.value !== '') return { raw: found.value };
  }
  return undefined;
}

function setupOf(
  { acsUrl, spEntityId, requestId }: Surroundings,
  hasRequest: boolean,
  raw: string | undefined,
): Setup {
  const isUnsolicited = raw !== undefined && !textOf(raw).includes('InResponseTo=');
  return {
    ...(hasRequest ? { initiatedBy: 'sp' as const } : isUnsolicited ? { initiatedBy: 'idp' as const } : {}), // the recording may have begun after the request
    ...(acsUrl === undefined && spEntityId === undefined
      ? {}
      : {
          sp: {
            ...(acsUrl === undefined ? {} : { acsUrl }),
            ...(spEntityId === undefined ? {} : { entityId: spEntityId }),
          },
        }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function issuerIn(raw: string | undefined): string | undefined {
  return raw === undefined ? undefined : /Issuer[^>]*>([^<]+)</.exec(textOf(raw))?.[1];
}

const textOf = (raw: string) => Buffer.from(raw, 'base64').toString('utf8');

/** A message is judged at the moment when it reached the service provider. */
function judgedAt({ request, response, exchanges }: RecordedLogin, otherwise: string): string {
  return (response ?? request)?.exchange.startedAt ?? exchanges.at(-1)?.startedAt ?? otherwise;
}
