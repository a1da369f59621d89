import { recordArtifact } from '../../harness/capture/artifact.ts';
import type { Evidence } from '../../harness/model/evidence.ts';
import type { ScimProbeRecord } from '../../harness/model/scim-records.ts';

/** Switches a mutation of SCIM services on: what was seen of the service is changed before it is judged. */
export async function liveChange(id: string | undefined): Promise<(evidence: Evidence) => Evidence> {
  const same = (evidence: Evidence) => evidence;
  if (id === undefined) return same;
  // Hundreds of files that an ordinary run need not load.
  const { mutations } = await import('../../harness/mutations/index.ts');
  const { EditError } = await import('../../harness/mutations/kit/edit.ts');
  const change = mutations.find((one) => one.id === id)?.change;
  if (change?.on !== 'scim-probe') return same;
  return (evidence) => {
    const artifact = evidence.artifacts['scim-probe'];
    if (artifact?.state !== 'seen') return evidence;
    try {
      const record = change.apply(JSON.parse(artifact.raw) as ScimProbeRecord); // this process wrote it
      return { ...evidence, artifacts: { ...evidence.artifacts, 'scim-probe': recordArtifact(record) } };
    } catch (error) {
      // What the mutation changes is not in every case.
      if (error instanceof EditError) return evidence;
      throw error;
    }
  };
}
