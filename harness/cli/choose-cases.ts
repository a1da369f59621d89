import { closestTo } from '../aws/closest.ts';
import { CountersignError } from '../model/error.ts';
import type { Integration } from '../model/integration.ts';

export interface Choice {
  readonly integration: readonly string[];
  readonly case: readonly string[];
  /** Regular expression over ids and titles, in any case. */
  readonly grep?: string;
}

/**
 * Ids of the cases that are to run; none means all. A mistyped name must not run everything, or nothing.
 * @param configured ids of the integrations that the configuration rolls out
 * @throws CountersignError `usage` for an unknown name, or when no case is left
 */
export function chooseCases(
  choice: Choice,
  integrations: readonly Integration[],
  configured: readonly string[],
): readonly string[] {
  const known = integrations.map(({ id }) => id);
  for (const id of choice.integration) {
    requireKnown('integration', id, known);
    if (!configured.includes(id))
      throw new CountersignError(
        'usage',
        `The configuration does not roll out the integration "${id}".`,
        `Add it to "integrations" in the configuration, or choose from ${configured.join(', ')}.`,
      );
  }
  const cases = integrations
    .filter(({ id }) => configured.includes(id))
    .filter(({ id }) => choice.integration.length === 0 || choice.integration.includes(id))
    .flatMap((integration) =>
      integration.cases.map(({ id, title }) => ({ id, title, integration: integration.id })),
    );
  for (const id of choice.case)
    requireKnown(
      'case',
      id,
      integrations.flatMap((one) => one.cases.map((entry) => entry.id)),
    );
  if (choice.case.length === 0 && choice.grep === undefined) return [];
  const pattern = toPattern(choice.grep ?? '');
  const chosen = cases
    .filter(({ id }) => choice.case.length === 0 || choice.case.includes(id))
    .filter((one) => pattern.test(`${one.integration} ${one.id} ${one.title}`))
    .map(({ id }) => id);
  if (chosen.length > 0) return chosen;
  throw new CountersignError(
    'usage',
    `No case matches ${describe(choice)}.`,
    'See "countersign list cases"; --grep looks at ids and titles.',
  );
}

/** @throws CountersignError `usage` with what may have been meant */
export function requireKnown(kind: string, id: string, known: readonly string[]): void {
  if (known.includes(id)) return;
  const close = closestTo(id, known);
  throw new CountersignError(
    'usage',
    `There is no ${kind} "${id}".`,
    close.length === 0 ? `See "countersign list ${kind}s".` : `Did you mean ${close.join(', ')}?`,
  );
}

function toPattern(text: string): RegExp {
  try {
    return new RegExp(text, 'i');
  } catch (error) {
    throw new CountersignError(
      'usage',
      `"${text}" is no regular expression: ${(error as Error).message}.`, // the constructor throws nothing else
      'Put a backslash before each character that is meant as itself, for example --grep "\\(SP".',
    );
  }
}

function describe({ integration, case: cases, grep }: Choice): string {
  return [
    ...integration.map((id) => `--integration ${id}`),
    ...cases.map((id) => `--case ${id}`),
    ...(grep === undefined ? [] : [`--grep "${grep}"`]),
  ].join(' with ');
}
