import { integrations } from '../../suites/index.ts';
import { closestTo } from '../aws/closest.ts';
import { checks } from '../checks/index.ts';
import { resolveProfile } from '../judge/resolve-profile.ts';
import type { Check } from '../model/check.ts';
import { CountersignError } from '../model/error.ts';
import type { Integration } from '../model/integration.ts';
import type { Mutation } from '../model/mutation.ts';
import type { SpecRef } from '../model/spec.ts';
import { mutations } from '../mutations/index.ts';
import { profiles } from '../profiles/index.ts';

/** Prints everything that is known of one entry of the catalogue. */
export async function explain(id: string): Promise<number> {
  process.stdout.write(`${describe(id).join('\n')}\n`);
  return 0;
}

function describe(id: string): readonly string[] {
  const check = checks.find((one) => one.id === id);
  const mutation = mutations.find((one) => one.id === id);
  const integration = integrations.find((one) => one.id === id);
  const home = integrations.find((one) => one.cases.some((entry) => entry.id === id));
  const texts = [
    ...(check === undefined ? [] : describeCheck(check)),
    ...(mutation === undefined ? [] : describeMutation(mutation)),
    ...(integration === undefined ? [] : describeIntegration(integration)),
    ...(home === undefined ? [] : describeCase(home, id)),
  ];
  if (texts.length > 0) return texts;
  const all = [checks, mutations, integrations].flat().map((one) => one.id);
  const close = closestTo(id, [...all, ...integrations.flatMap((one) => one.cases.map((entry) => entry.id))]);
  throw new CountersignError(
    'usage',
    `Nothing in the catalogue has the id "${id}".`,
    close.length === 0 ? 'See "countersign list".' : `Did you mean ${close.join(', ')}?`,
  );
}

function describeCheck(check: Check): readonly string[] {
  const severities = profiles.flatMap(({ id }) => {
    const rule = resolveProfile(id, profiles).checks[check.id];
    return rule === undefined || rule === 'off'
      ? []
      : [`  ${id}: ${rule.severity}`, ...describeFix(rule.fix, '    ')];
  });
  return [
    `Check ${check.id}`,
    `  holds: ${check.title.holds}`,
    `  fails: ${check.title.fails}`,
    '',
    check.why,
    '',
    'How to mend it',
    ...describeFix(check.fix, '  '),
    '',
    `Needs ${check.needs.join(', ')}${check.uses.length > 0 ? `; takes ${check.uses.join(', ')} into account` : ''}.`,
    '',
    'Severity by profile',
    ...severities,
    '',
    'Sources',
    ...check.refs.map(describeRef),
    '',
    'Mutations that break it',
    ...mutations
      .filter(({ breaks }) => breaks.includes(check.id))
      .map(({ id, title }) => `  ${id}: ${title}`),
  ];
}

function describeFix(fix: Check['fix'] | undefined, indent: string): readonly string[] {
  return fix === undefined ? [] : [`${indent}${fix.console} → ${fix.field}: ${fix.change}`];
}

function describeMutation(mutation: Mutation): readonly string[] {
  return [
    `Mutation ${mutation.id}: ${mutation.title}`,
    `  made ${mutation.stage.replace('-', ' ')}; imitates ${mutation.hostile ? 'an attacker' : 'a mistake'}`,
    `  a safe target: ${mutation.safe.replace('-', ' ')}`,
    `  breaks: ${mutation.breaks.join(', ')}`,
    ...(mutation.cves === undefined ? [] : [`  seen as: ${mutation.cves.join(', ')}`]),
    '',
    'Sources',
    ...mutation.refs.map(describeRef),
    '',
    `Switch it on: countersign run --mutation ${mutation.id}`,
  ];
}

function describeIntegration(integration: Integration): readonly string[] {
  return [
    `Integration ${integration.id}: ${integration.title}`,
    `  judged by the profile ${integration.profile}; ${integration.cases.length} cases`,
    '',
    "The vendor's guide, and what proves each step",
    ...integration.guide.map(({ step, checks: proofs }) => `  ${step}\n      ${proofs.join(', ')}`),
  ];
}

function describeCase(integration: Integration, id: string): readonly string[] {
  return integration.cases
    .filter((one) => one.id === id)
    .flatMap((one) => [
      `Case ${one.id} of ${integration.id}: ${one.title}`,
      `  flow ${one.flow}; puts the ${one.tests} to the test`,
      ...one.expectedFailures.map(({ check, reason }) => `  must fail ${check}: ${reason}`),
      '',
      `Run it: countersign run --case ${one.id}`,
    ]);
}

function describeRef(ref: SpecRef): string {
  if ('assumption' in ref) return `  assumption: ${ref.assumption} Known: ${ref.known}`;
  return `  ${ref.document} ${ref.section}: ${ref.says}${ref.url === undefined ? '' : ` (${ref.url})`}`;
}
