import { type Claims, readClaims } from '../../../harness/aws/claims.ts';
import { attributeLimits, responseLengthLimits, within } from '../../../harness/aws/limits.ts';
import type { RolePair } from '../../../harness/aws/role-attribute.ts';
import type { SignInAddress } from '../../../harness/aws/sign-in-addresses.ts';
import type { AwsState } from '../iam/state.ts';
import type { SamlProvider } from '../iam/types.ts';
import { readSamlResponse } from '../saml/read-saml-response.ts';

/** What the page takes from a response before STS is asked. */
export interface Offer {
  /** Roles to choose from, in the assertion's order; one role once. */
  readonly pairs: readonly RolePair[];
  /** Values of Role that are no pair of ARNs. */
  readonly unusable: readonly string[];
  /** Seconds: how long the console session shall last. */
  readonly durationSeconds: number | undefined;
  /** Why there is nothing to read; for the event log. */
  readonly problem: string | undefined;
}

/**
 * Reads which roles a response offers. Nothing is believed yet: each pair is decided with its own provider's keys.
 * Values that are no pair are passed over while a usable one is left, which AWS does not document.
 */
export function readOffer(encoded: string, state: AwsState, address: SignInAddress): Offer {
  const reading = readSamlResponse(encoded, {
    trustFor: () => undefined,
    privateKeys: keysFor(state, address),
    acceptSha1: true,
    maxLength: responseLengthLimits.signInPage,
  });
  const { response } = reading;
  if (!response.readable)
    return { pairs: [], unusable: [], durationSeconds: undefined, problem: reading.problem };
  const claims = readClaims(response.facts.attributes, address.partition);
  const pairs = claims.roles.flatMap((role) => ('pair' in role ? [role.pair] : []));
  const own = providerOf(state, address);
  // The provider's own address speaks for that provider alone: assumed.
  const usable = own === undefined ? pairs : pairs.filter(({ provider }) => provider.arn === own.arn);
  return {
    pairs: [...new Map(usable.map((pair) => [pair.role.arn, pair] as const).reverse()).values()].reverse(),
    unusable: claims.roles.flatMap((role) => ('pair' in role ? [] : [`${role.value}: ${role.says}`])),
    durationSeconds: readDuration(claims),
    problem: undefined,
  };
}

function providerOf(state: AwsState, { providerUuid }: SignInAddress): SamlProvider | undefined {
  return providerUuid === undefined ? undefined : state.accounts.providerByUuid(providerUuid);
}

/** An encrypted assertion hides which provider it is for; at the global address all keys are tried, which is assumed. */
function keysFor(state: AwsState, address: SignInAddress): readonly string[] {
  const own = providerOf(state, address);
  const providers = own === undefined ? [...state.accounts.providers.values()] : [own];
  return providers.flatMap(({ privateKeys }) => privateKeys.flatMap(({ pem }) => pem ?? []));
}

/** A value out of range is left for the decision to refuse. */
function readDuration({ sessionDurations }: Claims): number | undefined {
  const [only] = sessionDurations;
  const seconds = Number(only);
  return only !== undefined && within(seconds, attributeLimits.sessionDuration) ? seconds : undefined;
}
