import { createHash } from 'node:crypto';
import type { Artifact } from '../model/evidence.ts';

/** Keeps text as transmitted. */
export function textArtifact(raw: string, mediaType: string): Artifact {
  return { state: 'seen', raw, encoding: 'utf8', mediaType, sha256: sha256(raw) };
}

/** Keeps a record of ours as JSON, with a stable form: the same record gives the same bytes. */
export function recordArtifact(record: unknown): Artifact {
  return textArtifact(JSON.stringify(record, null, 1), 'application/json');
}

/** Keeps bytes: as text when they are valid UTF-8, else as base64. */
export function bytesArtifact(bytes: Uint8Array, mediaType: string): Artifact {
  try {
    return textArtifact(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), mediaType);
  } catch {
    const raw = Buffer.from(bytes).toString('base64');
    return { state: 'seen', raw, encoding: 'base64', mediaType, sha256: sha256(bytes) };
  }
}

export function missingArtifact(why: string): Artifact {
  return { state: 'missing', why };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
