import type { Refusal } from '../../../harness/aws/decide/types.ts';
import { responseLengthLimits } from '../../../harness/aws/limits.ts';
import type { RolePair } from '../../../harness/aws/role-attribute.ts';
import type { SignInAddress } from '../../../harness/aws/sign-in-addresses.ts';
import type { SamlReading } from '../saml/read-saml-response.ts';
import { recordRedeemed } from '../sts/record-redeemed.ts';
import { type Redeemed, type Redemption, redeem } from '../sts/redeem.ts';
import { consoleHome, readDestination } from './addresses.ts';
import { buildHandoff, type Handoff } from './console-session.ts';
import { errorText, pageTexts } from './error-text.ts';
import { type Offer, readOffer } from './read-post.ts';
import type { SignIn } from './state.ts';

/** What was posted to the ACS. */
export interface Post {
  readonly samlResponse: string | undefined;
  readonly relayState: string | undefined;
  /** ARN of the role chosen in the picker. */
  readonly roleIndex: string | undefined;
}

export type Outcome =
  | { readonly kind: 'error'; readonly text: string; readonly status: number }
  | { readonly kind: 'choose'; readonly pairs: readonly RolePair[] }
  | { readonly kind: 'signed-in'; readonly handoff: Handoff; readonly provider: string };

/**
 * Takes a posted response. One role: straight through; several: the picker first, which posts the response again, so
 * it is redeemed twice or more inside the five minutes, and so may anybody else who has it (aws.md A.10).
 */
export function consume(signIn: SignIn, address: SignInAddress, post: Post): Outcome {
  const { samlResponse } = post;
  if (samlResponse === undefined || samlResponse === '')
    return reject(signIn, pageTexts.none, 'No SAMLResponse came.');
  if (samlResponse.length > responseLengthLimits.signInPage)
    return reject(signIn, pageTexts.none, `SAMLResponse has ${samlResponse.length} characters.`);
  const offer = readOffer(samlResponse, signIn.state, address);
  if (offer.unusable.length > 0) signIn.events.record('role-values-unusable', { values: offer.unusable });
  const [first, ...others] = offer.pairs;
  if (first === undefined) {
    const reason =
      offer.problem ?? (offer.unusable.join(' ') || 'No Role attribute has a value that can be used.');
    return reject(signIn, pageTexts.invalid, reason);
  }
  if (post.roleIndex === undefined && others.length > 0) return offerRoles(signIn, samlResponse, offer);
  const chosen =
    post.roleIndex === undefined ? first : offer.pairs.find(({ role }) => role.arn === post.roleIndex);
  if (chosen === undefined)
    return reject(signIn, pageTexts.invalid, `The response offers no role "${post.roleIndex}".`);
  return assume(signIn, address, { ...post, samlResponse }, chosen, offer);
}

/**
 * The picker shows every role of the assertion, also those that cannot be assumed. Only a response that no role would
 * be given for, for one and the same fault of its own, is refused before; AWS does not say when it looks.
 */
function offerRoles(signIn: SignIn, samlResponse: string, offer: Offer): Outcome {
  // Reading and verifying is the slow part, and the same for all roles of a provider.
  const readings = new Map<string, SamlReading>();
  const all = offer.pairs.map((pair) => {
    const asked = ask(signIn, samlResponse, pair, offer, readings.get(pair.provider.arn));
    readings.set(pair.provider.arn, asked.redeemed.reading);
    return asked;
  });
  const [first] = all;
  const refusal = first && faultOf(first);
  const isOwnFault = all.every((asked) => faultOf(asked)?.reason.rule === refusal?.reason.rule);
  if (first === undefined || refusal === undefined || !isOwnFault)
    return { kind: 'choose', pairs: offer.pairs };
  log(signIn, first);
  return refuse(refusal);
}

/** The refusal, unless it is the role's matter and not the response's. */
function faultOf({ redeemed: { decision } }: Asked): Refusal | undefined {
  return decision.granted || decision.error.code === 'AccessDenied' ? undefined : decision;
}

function assume(
  signIn: SignIn,
  address: SignInAddress,
  post: Post & { readonly samlResponse: string },
  pair: RolePair,
  offer: Offer,
): Outcome {
  const asked = ask(signIn, post.samlResponse, pair, offer);
  log(signIn, asked);
  const { decision } = asked.redeemed;
  if (!decision.granted) return refuse(decision);
  const destination = readDestination(post.relayState, address);
  if (destination === undefined && post.relayState)
    signIn.events.record(
      'relay-state-ignored',
      { relayState: post.relayState },
      'It is no page of the AWS console.',
    );
  const alias = signIn.state.accounts.aliases.get(pair.role.account);
  const handoff = buildHandoff({
    role: pair.role,
    granted: decision.session,
    alias,
    destination: destination ?? consoleHome(address),
    now: signIn.now(),
  });
  return { kind: 'signed-in', handoff, provider: pair.provider.arn };
}

interface Asked {
  readonly redeemed: Redeemed;
  readonly asked: Redemption;
  readonly requestId: string;
}

/** SessionDuration is what the console session shall last; without one it is an hour. */
function ask(
  signIn: SignIn,
  samlAssertion: string,
  { role, provider }: RolePair,
  { durationSeconds }: Offer,
  reading?: SamlReading,
): Asked {
  const requestId = signIn.state.ids.requestId();
  const asked = { roleArn: role.arn, principalArn: provider.arn, samlAssertion, durationSeconds };
  const { state, settings } = signIn;
  const maxLength = responseLengthLimits.signInPage;
  return {
    asked,
    requestId,
    redeemed: redeem(asked, { state, settings, now: signIn.now(), requestId, maxLength, reading }),
  };
}

function log(signIn: SignIn, { asked, redeemed, requestId }: Asked): void {
  const { audit, events, seen, state, region } = signIn;
  const now = signIn.now();
  audit.asked({ ...redeemed, asked, now, region, requestId });
  recordRedeemed(redeemed, { events, seen, state, now, principalArn: asked.principalArn });
}

function refuse(refusal: Refusal): Outcome {
  return { kind: 'error', text: errorText(refusal), status: refusal.error.httpStatus };
}

function reject(signIn: SignIn, text: string, reason: string): Outcome {
  signIn.audit.rejected(text, reason);
  signIn.events.record('post-rejected', {}, reason);
  return { kind: 'error', text, status: 400 };
}
