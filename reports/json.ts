import type { ReportWriter } from '../harness/model/report.ts';

/** The report document itself; `results.schema.json` describes it. */
export const writeJson: ReportWriter = (report) => `${JSON.stringify(report, null, 2)}\n`;
