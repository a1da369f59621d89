import { join } from 'node:path';
import type { TestInfo } from 'playwright/test';
import type { CaseReport } from '../../harness/model/report.ts';

/** Hangs a case's report and pictures on its test, for reporters: the files themselves, which stay where they are. */
export function attachProof(
  { attachments }: TestInfo,
  { evidence, screenshots }: CaseReport,
  runFolder: string,
): void {
  for (const { file } of screenshots)
    attachments.push({
      name: file.split('/').at(-1) ?? file,
      path: join(runFolder, file),
      contentType: 'image/png',
    });
  const path = join(runFolder, evidence.folder, 'case.json');
  attachments.push({ name: 'case.json', path, contentType: 'application/json' });
}
