import type { AccountFacts } from './account-facts.ts';
import { parseProviderArn } from './arn.ts';
import type { AssertionFacts } from './assertion-facts.ts';
import { type Claims, pairsOf, readClaims, type SamlAttribute } from './claims.ts';
import { indexAccount, openCase, readBearing } from './decide/case.ts';
import { assumptionsOf } from './decide/grant.ts';
import type { DecisionCase, Refusal } from './decide/types.ts';
import { assumeRoleWithSamlSteps, responseSteps, roleSteps } from './decide.ts';
import { requestLimits } from './limits.ts';
import type { PredictionInput, PredictionRow } from './predict.ts';
import { type RoleValueReading, readRoleValue } from './role-attribute.ts';
import { roleClassOf } from './role-classes.ts';

/** One person's response, presented to one SAML provider. */
export interface Presentation {
  readonly user: string;
  readonly assertion: AssertionFacts;
  /** ARN. */
  readonly provider: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Base64 characters of the response; one that is not known is taken to be short enough. */
  readonly length?: number | undefined;
}

/** Answers for many people before one account, and does no work twice. */
export interface Predictor {
  /** What the attributes say, in a partition. */
  readonly read: (attributes: readonly SamlAttribute[], partition: string | undefined) => Claims;
  /** The answer for a role, by its ARN: the same as `decideAssumeRoleWithSaml` gives for the one call. */
  readonly present: (presentation: Presentation) => (role: string) => PredictionRow;
}

/** What a row says beside whom it is about. */
type Answer = Omit<PredictionRow, 'user' | 'role' | 'provider'>;

export function openPredictor(
  input: Pick<PredictionInput, 'account' | 'durationSeconds' | 'settings'>,
): Predictor {
  const index = indexAccount(input.account);
  const classes = classesOf(input.account);
  const readRole = rememberRoles();
  const read: Predictor['read'] = (attributes, partition) => readClaims(attributes, partition, readRole);
  return {
    read,
    present: ({ user, assertion, provider, now, length = requestLimits.samlAssertionLength.min }) => {
      const parsed = parseProviderArn(provider);
      const claims = read(assertion.attributes, parsed?.partition);
      const bearing = readBearing(assertion, parsed, { now }, claims);
      const isBare = index.provider(provider)?.certificateCount === 0;
      // No signature verifies with a provider that has no certificate.
      const facts = isBare ? { ...assertion, signatureVerifiedByProvider: false } : assertion;
      const open = (roleArn: string) => {
        const { durationSeconds, settings = {} } = input;
        const request = { roleArn, principalArn: provider, samlAssertionLength: length, durationSeconds };
        const response = { readable: true, facts } as const;
        return openCase({ request, response, now, settings }, index, bearing);
      };
      const answer = answerByClass(open);
      return (role) => ({
        user,
        role,
        provider,
        ...answer(role, sharedClass(role, classes, claims, provider)),
      });
    },
  };
}

/**
 * Judges roles of classes by what is known of the response already: the rules about the response are asked once, those
 * about the role once for each class. A role without a class is judged by itself.
 */
function answerByClass(open: (role: string) => DecisionCase): (role: string, roleClass?: string) => Answer {
  const known = new Map<string, Answer>();
  let ofResponse: { readonly refused: Answer | undefined } | undefined;
  const decide = (role: string): Answer => {
    const given = open(role);
    if (ofResponse === undefined) {
      const refusal = refusalBy(given, responseSteps);
      ofResponse = { refused: refusal && refuse(refusal) };
    }
    return ofResponse.refused ?? answerOf(given, roleSteps);
  };
  return (role, roleClass) => {
    if (roleClass === undefined) return answerOf(open(role));
    const before = known.get(roleClass);
    if (before !== undefined) return before;
    const answer = decide(role);
    known.set(roleClass, answer);
    return answer;
  };
}

/** None for a role whose pair is missing, or can be read only without its white space: it is judged by itself. */
function sharedClass(
  role: string,
  classes: ReadonlyMap<string, string>,
  claims: Claims,
  provider: string,
): string | undefined {
  const pairs = pairsOf(claims, role, provider);
  return pairs.some(({ trimmed }) => !trimmed) ? classes.get(role) : undefined;
}

function answerOf(given: DecisionCase, steps = assumeRoleWithSamlSteps): Answer {
  const refusal = refusalBy(given, steps);
  return refusal === undefined
    ? { outcome: 'can-assume', assumptions: assumptionsOf(given), assumption: false }
    : refuse(refusal);
}

/** As `findRefusal`, without the step's name, which no row tells. */
function refusalBy(given: DecisionCase, steps: typeof assumeRoleWithSamlSteps): Refusal | undefined {
  for (const [, step] of steps) {
    const refusal = step(given);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refuse({ error, reason }: Refusal): Answer {
  const { rule, says, assumption, trust } = reason;
  const assumptions = trust?.assumptions ?? [];
  return { outcome: 'cannot-assume', rule, code: error.code, reason: says, assumptions, assumption };
}

/** Short names for the classes, since they are looked up for every pair of user and role. */
function classesOf({ roles }: AccountFacts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const classes = new Map<string, string>();
  for (const role of roles) {
    const text = roleClassOf(role);
    // Of two entries with one ARN the last counts, here as in the index.
    classes.delete(role.arn);
    if (text === undefined) continue;
    const name = names.get(text) ?? String(names.size);
    names.set(text, name);
    classes.set(role.arn, name);
  }
  return classes;
}

/** Users share most of their Role values, so each is read once. */
function rememberRoles(): (value: string) => RoleValueReading {
  const known = new Map<string, RoleValueReading>();
  return (value) => {
    const reading = known.get(value) ?? readRoleValue(value);
    known.set(value, reading);
    return reading;
  };
}
