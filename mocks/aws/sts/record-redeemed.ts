import { X509Certificate } from 'node:crypto';
import type { EventLog } from '../../core/event-log.ts';
import { idpFor } from '../iam/account-facts.ts';
import type { AwsState } from '../iam/state.ts';
import type { Redeemed } from './redeem.ts';
import type { SeenAssertions } from './seen.ts';

export interface RecordParts {
  readonly events: EventLog;
  readonly seen: SeenAssertions;
  readonly state: AwsState;
  readonly now: number;
  /** ARN of the provider that the response was held against. */
  readonly principalArn?: string | undefined;
}

/** Puts into the event log what AWS's answer does not tell. None of it changes the answer. */
export function recordRedeemed({ decision, reading }: Redeemed, parts: RecordParts): void {
  const { events, seen, principalArn } = parts;
  const { issuer, assertionId } = reading;
  const before = seen.count(issuer, assertionId);
  if (before > 0)
    events.record(
      'assertion-reused',
      { issuer, assertionId, before },
      'This assertion came before. AWS is not known to refuse that within the five minutes, so it is not refused here.',
    );
  for (const reason of warningsOf(principalArn, issuer, parts))
    events.record('provider-warning', { principalArn }, reason);
  if (!decision.granted) {
    const { reason, error } = decision;
    const data = {
      code: error.code,
      rule: reason.rule,
      assumption: reason.assumption,
      expected: reason.expected,
      observed: reason.observed,
    };
    events.record('redeem-refused', data, `${reason.says} ${reading.problem ?? ''}`.trim());
    return;
  }
  const { assumedRoleUser, durationSeconds } = decision.session;
  events.record('redeemed', { arn: assumedRoleUser.arn, durationSeconds, assumptions: decision.assumptions });
}

/** That an expired provider or certificate is still good is assumed: AWS documents neither (aws.md A.6). */
function warningsOf(
  principalArn: string | undefined,
  issuer: string | undefined,
  { state, now }: RecordParts,
) {
  const provider = state.accounts.providers.get(principalArn ?? '');
  if (provider === undefined) return [];
  const certificates = (idpFor(provider, issuer)?.certificates ?? []).map(
    (der) => new X509Certificate(Buffer.from(der, 'base64')),
  );
  const isOver = (certificate: X509Certificate) => Date.parse(certificate.validTo) < now;
  return [
    ...(provider.validUntil <= now ? ['The SAML provider is past its ValidUntil.'] : []),
    ...certificates
      .filter(isOver)
      .map((one) => `A certificate of the provider expired on ${new Date(one.validTo).toISOString()}.`),
  ];
}
