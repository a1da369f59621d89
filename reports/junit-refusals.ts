import type { RefusalResult, RefusalRun } from '../harness/model/refusal.ts';
import type { Report } from '../harness/model/report.ts';
import { attribute, type Suite, text, toSeconds, writeSuite } from './junit-xml.ts';
import { countOutcomes, describeRun } from './refusals.ts';
import { describeSource } from './spec-links.ts';

/**
 * One suite for each target, one test case for each attack. What fell is a failure, what has no verdict an error; a
 * warning is a passed case that says so on its standard error, since JUnit has no word for it.
 */
export function refusalSuites({ refusals = [], startedAt }: Report): readonly Suite[] {
  return refusals.map((run) => {
    const counts = countOutcomes(run.results);
    return writeSuite({
      name: `attacks on ${run.target} (${run.mode === 'real' ? 'proves the rollout' : 'proves the harness'})`,
      startedAt,
      ms: run.durationMs,
      tests: run.results.length,
      failures: counts.fell,
      errors: counts.inconclusive,
      skipped: counts['not-applicable'],
      body: run.results.map((result) => writeAttack(result, run)).join('\n'),
    });
  });
}

function writeAttack(result: RefusalResult, run: RefusalRun): string {
  const { attack, family, title, durationMs } = result;
  return `    <testcase classname="${attribute(`refusals.${run.target}.${family}`)}" name="${attribute(`${attack}: ${title}`)}" time="${toSeconds(durationMs)}">
${writeOutcome(result)}      <system-out>${text(describe(result, run))}</system-out>
${writeWarning(result)}    </testcase>`;
}

function writeOutcome({ outcome, says, weaknesses, advice, refs, cves }: RefusalResult): string {
  if (outcome === 'held' || outcome === 'warned') return '';
  if (outcome === 'not-applicable') return `      <skipped message="${attribute(says)}"/>\n`;
  const tag = outcome === 'fell' ? 'failure' : 'error';
  const details = [
    ...weaknesses.map((one) => `means: The target ${one.says}.`),
    ...advice.map((one) => `mend: ${one}`),
    ...cves.map((one) => `known: ${one}`),
    ...refs.map(describeSource).map((source) => `source: ${source.title}: ${source.says}`),
  ];
  const type = outcome === 'fell' ? (weaknesses[0]?.id ?? 'fell') : 'inconclusive';
  return `      <${tag} message="${attribute(says)}" type="${attribute(type)}">${text(details.join('\n'))}</${tag}>\n`;
}

function writeWarning({ outcome, says, advisory = '', weaknesses, advice }: RefusalResult): string {
  if (outcome !== 'warned') return '';
  const lacks = weaknesses.map((one) => `The target ${one.says}.`);
  return `      <system-err>${text(['Warning:', says, ...lacks, advisory, ...advice].join(' '))}</system-err>\n`;
}

function describe({ mechanism, says, auditReason, exchanges }: RefusalResult, run: RefusalRun): string {
  const last = exchanges.at(-1);
  return [
    mechanism,
    says,
    ...(auditReason === undefined ? [] : [`The target's own reason: ${auditReason}`]),
    ...(last === undefined ? [] : [`${last.method} ${last.url} was answered ${last.answer.status}.`]),
    ...describeRun(run),
  ].join('\n');
}
