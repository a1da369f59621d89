import type { AssumeRoleWithSamlRequest, Decision } from '../../../harness/aws/decide/types.ts';
import { decideAssumeRoleWithSaml } from '../../../harness/aws/decide.ts';
import { requestLimits } from '../../../harness/aws/limits.ts';
import { accountFactsOf, idpFor } from '../iam/account-facts.ts';
import type { AwsState } from '../iam/state.ts';
import { readSamlResponse, type SamlReading } from '../saml/read-saml-response.ts';
import type { StsSettings } from './config.ts';

/** A response brought to STS by a caller, or by the sign-in page for someone. */
export interface Redemption {
  readonly roleArn: string | undefined;
  readonly principalArn: string | undefined;
  /** Base64 as sent; undefined when there was none. */
  readonly samlAssertion: string | undefined;
  readonly durationSeconds?: number | undefined;
  readonly minimumSessionTokenSize?: number | undefined;
  readonly policy?: string | undefined;
  readonly policyArns?: readonly string[] | undefined;
  readonly sourceIp?: string | undefined;
}

export interface Redeemed {
  readonly decision: Decision;
  readonly reading: SamlReading;
}

export interface RedeemParts {
  readonly state: AwsState;
  readonly settings: StsSettings;
  readonly now: number;
  readonly requestId: string;
  /** Longer than STS's own limit where the sign-in page has another. */
  readonly maxLength?: number;
  /** The response as read for that provider before; read here when not given. */
  readonly reading?: SamlReading | undefined;
}

/**
 * Reads the response as the named provider's, then has it decided: reading is the double's own, the decision is that
 * of `harness/aws`, so that the policy language is written once.
 */
export function redeem(given: Redemption, parts: RedeemParts): Redeemed {
  const { state, settings, now, requestId } = parts;
  const { roleArn = '', principalArn = '', samlAssertion = '' } = given;
  const { maxLength = requestLimits.samlAssertionLength.max } = parts;
  const reading = parts.reading ?? readAs(samlAssertion, principalArn, { state, settings, maxLength });
  const decision = decideAssumeRoleWithSaml({
    request: buildRequest(given, maxLength),
    response: reading.response,
    account: accountFactsOf(state.accounts, { roleArn, principalArn, issuer: reading.issuer }),
    now,
    settings,
    requestId,
  });
  return { decision, reading };
}

/** Reads a response as one provider's: with its certificates and its private keys. */
function readAs(
  samlAssertion: string,
  principalArn: string,
  { state, settings, maxLength }: Pick<RedeemParts, 'state' | 'settings'> & { readonly maxLength: number },
): SamlReading {
  const provider = state.accounts.providers.get(principalArn);
  return readSamlResponse(samlAssertion, {
    trustFor: (issuer) => provider && idpFor(provider, issuer),
    privateKeys: provider?.privateKeys.flatMap(({ pem }) => pem ?? []) ?? [],
    acceptSha1: settings.acceptSha1,
    maxLength,
  });
}

function buildRequest(given: Redemption, maxLength: number): AssumeRoleWithSamlRequest {
  const { samlAssertion, ...rest } = given;
  const stsMax = requestLimits.samlAssertionLength.max;
  const length = samlAssertion?.length;
  // The decision knows STS's limit; a caller with a larger one of its own has kept that.
  const isWithinOwn = length !== undefined && length <= maxLength;
  return { ...rest, samlAssertionLength: isWithinOwn ? Math.min(length, stsMax) : length };
}
