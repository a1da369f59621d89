import {
  checkRolePair,
  checkRoleSessionName,
  checkSessionDuration,
  checkSourceIdentity,
  checkTags,
  checkTransitiveTagKeys,
} from './decide/attributes.ts';
import { indexAccount, openCase } from './decide/case.ts';
import { grant } from './decide/grant.ts';
import { checkPrincipalArn, checkRequestMembers, checkRoleArn, checkSameAccount } from './decide/request.ts';
import {
  checkAudience,
  checkEncryption,
  checkIssuer,
  checkOneAssertion,
  checkProviderExists,
  checkReadable,
  checkRecipient,
  checkSignature,
  checkStatus,
  checkSubjectConfirmation,
} from './decide/response.ts';
import {
  checkMaxDuration,
  checkPackedSize,
  checkPolicyArns,
  checkSessionEnd,
  checkSessionPolicy,
} from './decide/session.ts';
import { checkIssueInstant, checkNotBefore, checkNotOnOrAfter } from './decide/times.ts';
import {
  checkNameId,
  checkRoleExists,
  checkRoleNotReserved,
  checkSetSourceIdentity,
  checkTagSession,
  checkTrust,
  checkTrustReadable,
} from './decide/trust.ts';
import type { Decision, DecisionCase, DecisionInput, Refusal, Step } from './decide/types.ts';

type NamedStep = readonly [name: string, step: Step];

/**
 * The rules about the call and the response. Of the role they look at nothing but its ARN; and once that is known to
 * be one, and to be listed with the provider, at its account and partition only.
 */
export const responseSteps: readonly NamedStep[] = Object.entries({
  checkRequestMembers,
  checkRoleArn,
  checkPrincipalArn,
  checkSameAccount,
  checkReadable,
  checkProviderExists,
  checkEncryption,
  checkIssuer,
  checkSignature,
  checkStatus,
  checkOneAssertion,
  checkSubjectConfirmation,
  checkRecipient,
  checkAudience,
  checkIssueInstant,
  checkNotBefore,
  checkNotOnOrAfter,
  checkRolePair,
  checkRoleSessionName,
  checkSourceIdentity,
  checkSessionDuration,
  checkTags,
  checkTransitiveTagKeys,
  checkNameId,
});

/** The rules about the role and the session that it would give. */
export const roleSteps: readonly NamedStep[] = Object.entries({
  checkRoleNotReserved,
  checkRoleExists,
  checkTrustReadable,
  checkTrust,
  checkTagSession,
  checkSetSourceIdentity,
  checkMaxDuration,
  checkSessionEnd,
  checkSessionPolicy,
  checkPolicyArns,
  checkPackedSize,
});

/**
 * AssumeRoleWithSAML, one rule after the other; the first that is broken is AWS's answer. The order is ours: AWS
 * does not document its own.
 */
export const assumeRoleWithSamlSteps: readonly NamedStep[] = [...responseSteps, ...roleSteps];

/** Decides one call as AWS would. Pure: the same input gives the same answer. */
export function decideAssumeRoleWithSaml(input: DecisionInput): Decision {
  return decideCase(openCase(input, indexAccount(input.account)));
}

/** The same for a case that was put together before. */
export function decideCase(given: DecisionCase): Decision {
  return findRefusal(given) ?? grant(given);
}

/** What AWS refuses the case with, or `undefined` when it grants a session. */
export function findRefusal(given: DecisionCase): Refusal | undefined {
  for (const [name, step] of assumeRoleWithSamlSteps) {
    const refusal = step(given);
    if (refusal !== undefined) return { ...refusal, reason: { ...refusal.reason, step: name } };
  }
  return undefined;
}
