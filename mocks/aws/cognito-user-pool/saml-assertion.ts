import type { AssertionFacts } from '../../../harness/aws/assertion-facts.ts';
import { OAuthRefusal } from './oauth-error.ts';

export interface SamlExpected {
  readonly entityId: string;
  readonly acsUrl: string;
  readonly now: number;
  /** ID of the request that was sent; absent when the provider began. */
  readonly requestId?: string;
  /** EncryptedResponses of the provider. */
  readonly mustBeEncrypted: boolean;
}

const skewMs = 3 * 60_000;
/** A login that the provider begins has to be this fresh (COG, SAML session initiation). */
const freshMs = 6 * 60_000;
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/**
 * What COG "Things to know about SAML IdPs" demands of a response whose signature was tried. The order is ours, and of the
 * texts only the first words were seen; the private reason goes to the log. The tolerance for clocks is an assumption.
 * @throws OAuthRefusal server_error
 */
export function checkSamlAssertion(facts: AssertionFacts, expected: SamlExpected): string {
  const { now, requestId } = expected;
  const refuse = (why: string) =>
    new OAuthRefusal('server_error', `Error in SAML response processing: ${why}`, why);
  const must = (holds: boolean, why: string) => {
    if (!holds) throw refuse(why);
  };
  must(facts.statusCode === success, 'The status is not Success');
  must(facts.assertionCount === 1, `There are ${facts.assertionCount} assertions`);
  must(facts.encrypted || !expected.mustBeEncrypted, 'The assertion is not encrypted');
  if (!facts.signatureVerifiedByProvider)
    throw new OAuthRefusal(
      'server_error',
      'Invalid SAML response received: SAML Assertion signature is invalid. ',
      'No signature of the provider holds',
    );
  must(facts.audienceRestrictions.length > 0, 'There is no AudienceRestriction');
  for (const audiences of facts.audienceRestrictions)
    must(audiences.includes(expected.entityId), `The audience is "${audiences.join(' ')}"`);
  const [confirmation, ...others] = facts.confirmations.filter(({ method }) => method === bearer);
  must(confirmation !== undefined && others.length === 0, 'There is not exactly one bearer confirmation');
  must(confirmation?.recipient === expected.acsUrl, `The recipient is "${confirmation?.recipient ?? ''}"`);
  const until = confirmation?.notOnOrAfterMs;
  must(until !== undefined && now < until + skewMs, 'The confirmation has expired');
  must(
    facts.notOnOrAfterMs === undefined || now < facts.notOnOrAfterMs + skewMs,
    'The assertion has expired',
  );
  must(
    facts.notBeforeMs === undefined || facts.notBeforeMs <= now + skewMs,
    'The assertion is not yet valid',
  );
  const answers = [facts.inResponseTo, confirmation?.inResponseTo];
  if (requestId === undefined) {
    must(
      answers.every((id) => id === undefined),
      'InResponseTo names a request that nobody sent',
    );
    const issued = facts.issueInstantMs;
    must(
      issued !== undefined && issued > now - freshMs && issued <= now + skewMs,
      'The response is not fresh',
    );
  } else
    must(
      answers.every((id) => id === requestId),
      'InResponseTo is not the request, on Response and confirmation',
    );
  const nameId = facts.nameId?.value ?? '';
  must(nameId !== '', 'There is no NameID');
  const texts = [nameId, ...facts.attributes.flatMap(({ values }) => values)];
  must(
    texts.every((text) => !/[\u{10000}-\u{10ffff}]/u.test(text)),
    'A value has a character of four bytes',
  );
  return nameId;
}
