import { createHash } from 'node:crypto';
import type { Artifact, ArtifactName, Evidence } from '../../model/evidence.ts';

/** An artifact of text as transmitted. */
export function textArtifact(raw: string, mediaType = 'text/plain'): Artifact {
  const sha256 = createHash('sha256').update(raw).digest('hex');
  return { state: 'seen', raw, encoding: 'utf8', mediaType, sha256 };
}

/** A record of ours as JSON; the same record gives the same bytes. */
export function recordArtifact(record: unknown): Artifact {
  return textArtifact(JSON.stringify(record, null, 1), 'application/json');
}

/** Raw text of an artifact; undefined when it was not seen. */
export function rawOf(evidence: Evidence, name: ArtifactName): string | undefined {
  const artifact = evidence.artifacts[name];
  return artifact?.state === 'seen' ? artifact.raw : undefined;
}

/** The evidence with these artifacts in place of its own. */
export function withArtifacts(evidence: Evidence, changed: Evidence['artifacts']): Evidence {
  return { ...evidence, artifacts: { ...evidence.artifacts, ...changed } };
}

/** The evidence as if these artifacts had never been looked for. */
export function withoutArtifacts(evidence: Evidence, ...names: readonly ArtifactName[]): Evidence {
  const kept = Object.entries(evidence.artifacts).filter(([name]) => !names.some((one) => one === name));
  return { ...evidence, artifacts: Object.fromEntries(kept) };
}
