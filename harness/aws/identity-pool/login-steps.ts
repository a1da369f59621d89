import { parseProviderArn } from '../arn.ts';
import { refuse } from '../decide/refuse.ts';
import * as response from '../decide/response.ts';
import { checkIssueInstant, checkNotBefore, checkNotOnOrAfter } from '../decide/times.ts';
import { checkNameId } from '../decide/trust.ts';
import type { DecisionCase, Refusal, Step } from '../decide/types.ts';

/**
 * What AWS asks of a response, as for IAM: the developer guide sends administrators to the page of IAM for what the
 * assertion must say. The Role attribute and the session name are not among it: a pool may have roles of its own.
 */
const steps: readonly Step[] = [
  response.checkReadable,
  response.checkProviderExists,
  response.checkEncryption,
  response.checkIssuer,
  response.checkSignature,
  response.checkStatus,
  response.checkOneAssertion,
  response.checkSubjectConfirmation,
  response.checkRecipient,
  response.checkAudience,
  checkIssueInstant,
  checkNotBefore,
  checkNotOnOrAfter,
  checkNameId,
  checkNameIdIsThere,
];

/** An identity belongs to provider and subject: everybody without a name would be the same person. */
function checkNameIdIsThere(given: DecisionCase): Refusal | undefined {
  if (given.facts?.nameId?.value.trim() !== '') return undefined;
  return refuse(given, 'subject/name-id', {
    says: 'The NameID is empty.',
    expected: 'a NameID',
    observed: 'an empty one',
  });
}

/** Why a SAML login does not count at an identity pool, whatever role it would lead to; or nothing. */
export function findLoginRefusal(providerArn: string, opened: DecisionCase): Refusal | undefined {
  const given = inPartitionOf(providerArn, opened);
  for (const step of steps) {
    const refusal = step(given);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** No role is asked for yet; what the steps look at of one is its partition, which is the provider's. */
function inPartitionOf(providerArn: string, given: DecisionCase): DecisionCase {
  const provider = parseProviderArn(providerArn);
  if (provider === undefined) return given;
  const { partition, account } = provider;
  return { ...given, role: { arn: '', partition, account, path: '/', name: '' } };
}
