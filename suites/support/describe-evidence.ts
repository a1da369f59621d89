import { join } from 'node:path';
import { buildSequence } from '../../harness/capture/sequence.ts';
import { type ArtifactReads, readArtifacts } from '../../harness/checks/read.ts';
import type { Evidence } from '../../harness/model/evidence.ts';
import type { CaseReport } from '../../harness/model/report.ts';

/** What the report shows of the evidence itself: messages as text, the sequence, the pictures. */
export function describeEvidence(
  evidence: Evidence,
  folder: string,
  reads: ArtifactReads = readArtifacts(evidence),
): Pick<CaseReport, 'sequence' | 'screenshots' | 'messages'> {
  const reading = <T>(read: { state: string; reading?: T } | undefined) =>
    read?.state === 'read' ? read.reading : undefined;
  const xmlOf = (name: 'request' | 'response' | 'idp-metadata' | 'sp-metadata') => {
    const read = reads[name];
    const text = read && 'reading' in read ? read.reading?.document.text : undefined;
    return text === undefined || text === '' ? [] : [{ artifact: name, xml: text }];
  };
  return {
    sequence: buildSequence(reading(reads.exchanges) ?? [], evidence.targets, reading(reads.phone)),
    screenshots: evidence.screenshots.map((one) => ({ ...one, file: join(folder, 'screenshots', one.file) })),
    messages: [...xmlOf('response'), ...xmlOf('request'), ...xmlOf('idp-metadata'), ...xmlOf('sp-metadata')],
  };
}
