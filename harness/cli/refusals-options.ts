import { closestTo } from '../aws/closest.ts';
import { configFileName } from '../config/file-name.ts';
import { CountersignError } from '../model/error.ts';
import type { Mutation } from '../model/mutation.ts';

export interface RefusalsOptions {
  /** Folder that may hold the user's configuration, and the configuration that was named. */
  readonly root: string;
  readonly config?: string;
  readonly integration: readonly string[];
  readonly attack: readonly string[];
  readonly family: readonly string[];
  readonly browser: boolean;
  readonly json: boolean;
  readonly reportDir?: string;
  /** Makes a folder with a test identity provider instead of attacking anything. */
  readonly makeIdp?: string;
  /** A target given by hand: its assertion consumer service URL, and what else is known of it. */
  readonly targetUrl?: string;
  readonly targetEntityId?: string;
  readonly startUrl?: string;
  readonly protectedUrl?: string;
  readonly whoamiUrl?: string;
  readonly whoamiJson?: string;
  readonly whoamiSelector?: string;
  readonly idp?: string;
  readonly self?: string;
  readonly victim?: string;
}

/** Attacks that were asked for; none means all. @throws CountersignError `usage` for an unknown name */
export function chooseAttacks(
  { attack, family }: Pick<RefusalsOptions, 'attack' | 'family'>,
  mutations: readonly Mutation[],
): readonly Mutation[] {
  const attacks = mutations.filter((one) => one.attack !== undefined);
  const familyOf = ({ id }: Mutation) => id.split('/')[0] ?? id;
  const ids = attacks.map(({ id }) => id);
  const families = [...new Set(attacks.map(familyOf))];
  for (const id of attack) requireNamed('attack', id, ids);
  for (const name of family) requireNamed('family', name, families);
  if (attack.length === 0 && family.length === 0) return attacks;
  return attacks.filter((one) => attack.includes(one.id) || family.includes(familyOf(one)));
}

/** @throws CountersignError `usage` with what may have been meant */
function requireNamed(kind: 'attack' | 'family' | 'target', name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const close = closestTo(name, known);
  const few = known.length <= 60 ? `Choose from ${known.join(', ')}.` : 'See "countersign list mutations".';
  throw new CountersignError(
    'usage',
    `There is no ${kind} "${name}".`,
    close.length === 0 ? few : `Did you mean ${close.join(', ')}?`,
  );
}

/** Ids of the targets that were asked for: configured ones if there are any, else our doubles. */
export function chooseTargets(
  { integration, targetUrl }: Pick<RefusalsOptions, 'integration' | 'targetUrl'>,
  configured: readonly string[],
  doubles: readonly string[],
): readonly string[] {
  if (targetUrl !== undefined) {
    if (integration.length === 0) return [];
    throw new CountersignError(
      'usage',
      '--target-url and --integration name two different targets.',
      'Give one of them.',
    );
  }
  const known = [...configured, ...doubles.filter((id) => !configured.includes(id))];
  for (const id of integration) requireNamed('target', id, known);
  if (integration.length > 0) return integration;
  return configured.length > 0 ? configured : doubles;
}

/** Id of a target that was given by flags. */
export const flagTargetId = 'given-by-hand';

/** A target given by flags, in the form that the configuration has, not checked yet. It may only be on this machine. */
export function targetFromFlags(options: RefusalsOptions): Readonly<Record<string, unknown>> {
  const { targetUrl, targetEntityId, self, victim, idp, startUrl, protectedUrl } = options;
  const { whoamiUrl, whoamiJson, whoamiSelector } = options;
  if (targetUrl === undefined) return {};
  const missing = Object.entries({ 'target-entity-id': targetEntityId, self, victim, idp })
    .filter(([, value]) => value === undefined)
    .map(([name]) => `--${name}`);
  if (missing.length > 0)
    throw new CountersignError(
      'usage',
      `--target-url needs ${missing.join(', ')}, too.`,
      `Add them, or describe the target under "refusals" in ${configFileName}.`,
    );
  const person = (nameId: string | undefined) => ({ nameId, attributes: { email: nameId } });
  const whoami = withoutGaps({ url: whoamiUrl, json: whoamiJson, selector: whoamiSelector });
  return {
    [flagTargetId]: withoutGaps({
      name: targetUrl,
      entityId: targetEntityId,
      acsUrl: targetUrl,
      startUrl,
      protectedUrl,
      whoami: Object.keys(whoami).length === 0 ? undefined : whoami,
      idp: { folder: idp },
      self: person(self),
      victim: person(victim),
    }),
  };
}

function withoutGaps(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
