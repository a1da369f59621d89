import type { Artifact, ArtifactName, Evidence } from '../model/evidence.ts';
import type { Setup } from '../model/records.ts';
import { bytesArtifact, missingArtifact, recordArtifact } from './artifact.ts';
import { parseJson, toBundle } from './bundle.ts';
import { evidencesFromHar } from './from-har.ts';
import { isHar } from './har.ts';
import type { Surroundings } from './surroundings.ts';
import { unwrapResponse } from './unwrap.ts';

/** What a file turned out to be. */
export type FileKind = 'bundle' | 'har' | 'metadata' | 'response';

export interface SavedFile {
  readonly kind: FileKind;
  /** One; of an HTTP archive as many as it holds. */
  readonly logins: readonly [Evidence, ...Evidence[]];
}

/**
 * Makes evidence from one saved file: an evidence bundle's JSON, an HTTP archive, metadata, or a SAMLResponse as base64, as
 * XML, or in a form field, address or page. Whatever cannot be read is left to the checks, which say what is wrong with it.
 * @throws CountersignError `file` for JSON that is neither bundle nor archive
 */
export function evidenceFromFile(name: string, bytes: Uint8Array, surroundings: Surroundings): SavedFile {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 4_096))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{')) {
    const value = parseJson(new TextDecoder().decode(bytes), name);
    if (isHar(value)) return { kind: 'har', logins: evidencesFromHar(value, name, bytes, surroundings) };
    const evidence = toBundle(value, name);
    const { instant, given } = surroundings.now;
    return { kind: 'bundle', logins: [given ? { ...evidence, capturedAt: instant } : evidence] };
  }
  const text = new TextDecoder().decode(bytes.subarray(0, maxWrapping));
  const isMetadata = /<([\w.-]+:)?Entit(y|ies)Descriptor[\s/>]/.test(start);
  const unwrapped = isMetadata ? undefined : unwrapResponse(text);
  const taken = unwrapped === undefined ? bytes : new TextEncoder().encode(unwrapped.value);
  return {
    kind: isMetadata ? 'metadata' : 'response',
    logins: [
      {
        schema: 'countersign/evidence/1',
        flow: 'file',
        targets: [],
        capturedAt: surroundings.now.instant,
        clockSkewMs: 0,
        artifacts: isMetadata ? metadataArtifacts(bytes, text) : responseArtifacts(taken, surroundings),
        steps: [],
        screenshots: [],
        notes: [
          `Read from the file "${name}".`,
          ...(unwrapped === undefined ? [] : [`The SAMLResponse was taken out of a ${unwrapped.from}.`]),
        ],
      },
    ],
  };
}

/** Messages in forms, addresses and pages are looked for in so many bytes; none that is read is larger. */
const maxWrapping = 4_000_000;

type Artifacts = Partial<Record<ArtifactName, Artifact>>;

function metadataArtifacts(bytes: Uint8Array, text: string): Artifacts {
  const describes = (role: string) => new RegExp(`<([\\w.-]+:)?${role}[\\s/>]`).test(text);
  const ofServiceProvider = describes('SPSSODescriptor') && !describes('IDPSSODescriptor');
  return {
    [ofServiceProvider ? 'sp-metadata' : 'idp-metadata']: bytesArtifact(
      bytes,
      'application/samlmetadata+xml',
    ),
  };
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
    response: bytesArtifact(bytes, 'text/plain'),
    'idp-metadata':
      idpMetadata === undefined
        ? missingArtifact(
            'No metadata of the identity provider was given (--idp-metadata), so no key is known.',
          )
        : bytesArtifact(idpMetadata, 'application/samlmetadata+xml'),
    setup: recordArtifact(setup),
  };
}
