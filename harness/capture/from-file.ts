import type { Artifact, ArtifactName, Evidence } from '../model/evidence.ts';
import type { Setup } from '../model/records.ts';
import { bytesArtifact, missingArtifact, recordArtifact } from './artifact.ts';
import { parseBundle } from './bundle.ts';

/** What is known beside a saved file, as the user gives it. */
export interface Surroundings {
  readonly idpMetadata?: Uint8Array;
  readonly acsUrl?: string;
  readonly spEntityId?: string;
  readonly requestId?: string;
  /** Moment to judge at, ISO 8601 UTC; for a bundle only when it was given on purpose. */
  readonly now: { readonly instant: string; readonly given: boolean };
}

/** What a file turned out to be. */
export type FileKind = 'bundle' | 'metadata' | 'response';

/**
 * Makes evidence from one saved file: an evidence bundle's JSON, metadata, or a SAMLResponse as base64, as XML or as a
 * form field. Whatever cannot be read is left to the checks, which say what is wrong with it.
 */
export function evidenceFromFile(
  name: string,
  bytes: Uint8Array,
  surroundings: Surroundings,
): { kind: FileKind; evidence: Evidence } {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 4_096))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{')) {
    const evidence = parseBundle(new TextDecoder().decode(bytes), name);
    const { instant, given } = surroundings.now;
    return { kind: 'bundle', evidence: given ? { ...evidence, capturedAt: instant } : evidence };
  }
  const kind = /<([\w.-]+:)?Entit(y|ies)Descriptor[\s/>]/.test(start) ? 'metadata' : 'response';
  const artifacts = kind === 'metadata' ? metadataArtifacts(bytes) : responseArtifacts(bytes, surroundings);
  return {
    kind,
    evidence: {
      schema: 'countersign/evidence/1',
      flow: 'file',
      targets: [],
      capturedAt: surroundings.now.instant,
      clockSkewMs: 0,
      artifacts,
      steps: [],
      screenshots: [],
      notes: [`Read from the file "${name}".`],
    },
  };
}

type Artifacts = Partial<Record<ArtifactName, Artifact>>;

function metadataArtifacts(bytes: Uint8Array): Artifacts {
  return { 'idp-metadata': bytesArtifact(bytes, 'application/samlmetadata+xml') };
}

function responseArtifacts(bytes: Uint8Array, surroundings: Surroundings): Artifacts {
  const { idpMetadata, acsUrl, spEntityId, requestId } = surroundings;
  const setup: Setup = {
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
  return {
    response: bytesArtifact(unwrapField(bytes), 'text/plain'),
    'idp-metadata':
      idpMetadata === undefined
        ? missingArtifact(
            'No metadata of the identity provider was given (--idp-metadata), so no key is known.',
          )
        : bytesArtifact(idpMetadata, 'application/samlmetadata+xml'),
    setup: recordArtifact(setup),
  };
}

/** A form field as copied from a browser's tools, `SAMLResponse=…` percent-encoded, gives its value. */
function unwrapField(bytes: Uint8Array): Uint8Array {
  const prefix = 'SAMLResponse=';
  if (new TextDecoder().decode(bytes.subarray(0, prefix.length)) !== prefix) return bytes;
  const value = new URLSearchParams(new TextDecoder().decode(bytes).trim()).get('SAMLResponse') ?? '';
  return new TextEncoder().encode(value.replaceAll(' ', '+'));
}
