import type { Artifact, ArtifactName, Evidence } from '../model/evidence.ts';
import type { Readings } from '../model/readings.ts';
import type { XmlDocument } from '../model/xml.ts';
import { readMetadata, trustedCertificates } from '../saml/read-metadata.ts';
import { readRequest } from '../saml/read-request.ts';
import { readResponse } from '../saml/read-response.ts';
import { type RecordReadings, readRecord } from './read-records.ts';

/**
 * What became of one artifact. `broken`: there is something, but it cannot be read as what it should be; the
 * reading then still tells what is wrong. `failed`: a bug of ours while reading it.
 */
export type ArtifactRead<N extends ArtifactName> =
  | { readonly state: 'read'; readonly reading: Readings[N] }
  | { readonly state: 'broken'; readonly reading?: Readings[N]; readonly why: string }
  | { readonly state: 'missing'; readonly why: string }
  | { readonly state: 'failed'; readonly why: string };

export type ArtifactReads = { readonly [N in ArtifactName]: ArtifactRead<N> };

/**
 * Reads all artifacts once. Signatures of the Response are tried with the certificates that the service provider
 * trusts: those it was set up with, else those of the identity provider's metadata.
 */
export function readArtifacts(evidence: Evidence): ArtifactReads {
  const { artifacts } = evidence;
  const record = <N extends keyof RecordReadings>(name: N) => readJson(name, artifacts[name]);
  const setup = record('setup');
  const delivery = record('request-delivery');
  const idp = readXml(artifacts['idp-metadata'], readMetadata);
  const sp = readXml(artifacts['sp-metadata'], readMetadata);
  const certificates = readingOf(setup)?.idp?.certificates ?? trusted(idp, 'idp');
  return {
    'idp-metadata': idp,
    'sp-metadata': sp,
    request: readXml(artifacts.request, (raw) => readRequest(raw, readingOf(delivery), trusted(sp, 'sp'))),
    'request-delivery': delivery,
    response: readXml(artifacts.response, (raw) => readResponse(raw, certificates)),
    'response-delivery': record('response-delivery'),
    setup,
    exchanges: record('exchanges'),
    phone: record('phone'),
    outcome: record('outcome'),
    portal: record('portal'),
    replays: record('replays'),
    account: record('account'),
    sts: record('sts'),
    scim: record('scim'),
    directory: record('directory'),
    'scim-probe': record('scim-probe'),
    oidc: record('oidc'),
    'step-up': record('step-up'),
    'identity-pool': record('identity-pool'),
  };
}

type Read<R> =
  | { readonly state: 'read'; readonly reading: R }
  | { readonly state: 'broken'; readonly reading?: R; readonly why: string }
  | { readonly state: 'missing' | 'failed'; readonly why: string };

function readXml<R extends { readonly document: XmlDocument }>(
  artifact: Artifact | undefined,
  read: (raw: string) => R,
): Read<R> {
  if (artifact?.state !== 'seen') return unseen(artifact);
  try {
    const reading = artifact.encoding === 'utf8' ? read(artifact.raw) : notUtf8(read(''));
    const [problem] = reading.document.problems;
    return problem === undefined
      ? { state: 'read', reading }
      : { state: 'broken', reading, why: problem.message };
  } catch (error) {
    return { state: 'failed', why: `Reading stopped with an error: ${messageOf(error)}` };
  }
}

/** Bytes that are no text were kept as base64 by the capture. */
function notUtf8<R extends { readonly document: XmlDocument }>(reading: R): R {
  const message = 'The message is not UTF-8: it has bytes that UTF-8 does not allow.';
  return { ...reading, document: { text: '', problems: [{ code: 'not-utf8', message }] } };
}

function readJson<N extends keyof RecordReadings>(
  name: N,
  artifact: Artifact | undefined,
): Read<RecordReadings[N]> {
  if (artifact?.state !== 'seen') return unseen(artifact);
  const raw = artifact.encoding === 'utf8' ? artifact.raw : '';
  const result = readRecord(name, raw);
  return 'reading' in result
    ? { state: 'read', reading: result.reading }
    : { state: 'broken', why: result.why };
}

function unseen(artifact: Exclude<Artifact, { state: 'seen' }> | undefined) {
  if (artifact === undefined) return { state: 'missing', why: 'It is not part of this evidence.' } as const;
  return { state: artifact.state, why: artifact.why };
}

function readingOf<R>(read: Read<R>): R | undefined {
  return read.state === 'read' || read.state === 'broken' ? read.reading : undefined;
}

function trusted(metadata: Read<Readings['idp-metadata']>, kind: 'idp' | 'sp'): readonly string[] {
  const reading = readingOf(metadata);
  return reading === undefined ? [] : trustedCertificates(reading, kind);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
