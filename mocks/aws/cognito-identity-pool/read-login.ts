import type { AssertionFacts } from '../../../harness/aws/assertion-facts.ts';
import { indexAccount, openCase } from '../../../harness/aws/decide/case.ts';
import type { DecisionCase, Refusal } from '../../../harness/aws/decide/types.ts';
import { poolLimits } from '../../../harness/aws/identity-pool/limits.ts';
import { type PoolLogin, poolLoginOf } from '../../../harness/aws/identity-pool/login.ts';
import { findLoginRefusal } from '../../../harness/aws/identity-pool/login-steps.ts';
import { accountFactsOf, idpFor } from '../iam/account-facts.ts';
import type { AwsState } from '../iam/state.ts';
import { readSamlResponse } from '../saml/read-saml-response.ts';
import type { StsSettings } from '../sts/config.ts';
import { notAuthorized, type PoolError } from './pool-error.ts';

/** A SAML login that counts. */
export interface VerifiedLogin {
  readonly login: PoolLogin;
  readonly facts: AssertionFacts;
  readonly assertionId: string;
  /** Milliseconds since 1970: the end of the assertion. */
  readonly until: number;
}

export interface LoginParts {
  readonly state: AwsState;
  readonly settings: StsSettings;
  readonly now: number;
}

/** Reads and verifies one SAML entry of Logins. @throws PoolError */
export function readLogin(providerArn: string, token: string, parts: LoginParts): VerifiedLogin {
  const { state, settings, now } = parts;
  const provider = state.accounts.providers.get(providerArn);
  const reading = readSamlResponse(token, {
    trustFor: (issuer) => provider && idpFor(provider, issuer),
    privateKeys: provider?.privateKeys.flatMap(({ pem }) => pem ?? []) ?? [],
    acceptSha1: settings.acceptSha1,
    maxLength: poolLimits.loginToken.max,
  });
  const opened = openCase(
    { request: { principalArn: providerArn }, response: reading.response, now, settings },
    indexAccount(
      accountFactsOf(state.accounts, { roleArn: '', principalArn: providerArn, issuer: reading.issuer }),
    ),
  );
  const refusal = findLoginRefusal(providerArn, opened);
  if (refusal !== undefined) throw refuse(refusal, opened, reading.problem);
  const { facts } = opened;
  const { assertionId } = reading;
  if (facts === undefined || assertionId === undefined)
    throw notAuthorized('Invalid login token.', 'The assertion has no ID.');
  return { login: poolLoginOf(providerArn, facts), facts, assertionId, until: facts.notOnOrAfterMs ?? now };
}

/**
 * The texts are those seen for tokens of other providers where there is one of the kind; no answer about a SAML
 * assertion is recorded anywhere (aws.md D.6).
 */
function refuse(
  { error, reason }: Refusal,
  { facts, now }: DecisionCase,
  problem: string | undefined,
): PoolError {
  const says = `${reason.says} ${problem ?? ''}`.trim();
  const seconds = (ms: number | undefined) => Math.floor((ms ?? 0) / 1000);
  switch (reason.rule) {
    case 'response/signature':
      return notAuthorized("Invalid login token. Couldn't verify signed token.", says);
    case 'response/issuer':
    case 'provider/exists':
      return notAuthorized("Invalid login token. Issuer doesn't match providerName", says);
    case 'time/not-on-or-after':
      return notAuthorized(
        `Invalid login token. Token expired: ${seconds(now)} >= ${seconds(facts?.notOnOrAfterMs)}`,
        says,
      );
    default: {
      // Without what STS quotes of its own machinery.
      const [text = ''] = error.message.split(' (Service:');
      return notAuthorized(`Invalid login token. ${text}`, says);
    }
  }
}
