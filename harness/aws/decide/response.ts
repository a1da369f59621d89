import { isSignInAudience, readSignInAddress } from '../sign-in-addresses.ts';
import { quoted, quotedList, refuse } from './refuse.ts';
import type { Step } from './types.ts';

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

export const checkReadable: Step = (given) => {
  if (given.response.readable) return undefined;
  const isBase64 = given.response.problem === 'not-xml';
  return refuse(given, isBase64 ? 'response/xml' : 'response/base64', {
    says: isBase64
      ? 'SAMLAssertion is base64, but not of a SAML Response.'
      : 'SAMLAssertion is not base64; it must be the base64 of the whole samlp:Response.',
    expected: 'base64 of a samlp:Response',
    observed: isBase64 ? 'base64 of something else' : 'text that is not base64',
  });
};

export const checkProviderExists: Step = (given) => {
  if (given.providerFacts !== undefined) return undefined;
  const observed = quoted(given.request.principalArn);
  const says = `The account has no SAML provider ${observed}; names are exact in case.`;
  return refuse(given, 'provider/exists', { says, expected: 'a SAML provider of the account', observed });
};

/** Comes before the issuer, which an encrypted assertion hides. */
export const checkEncryption: Step = (given) => {
  const { facts, providerFacts } = given;
  if (facts === undefined || facts.assertionCount === 0) return undefined;
  if (facts.encrypted && !facts.decrypted)
    return refuse(given, 'response/encryption', {
      says:
        providerFacts?.encryptionMode === undefined
          ? 'The assertion is encrypted, but the provider is not set up for encryption.'
          : 'The assertion is encrypted, but no private key of the provider opens it.',
      expected: 'an assertion that a private key of the provider opens',
      observed: 'an encrypted assertion',
    });
  if (facts.encrypted || providerFacts?.encryptionMode !== 'Required') return undefined;
  return refuse(given, 'response/encryption-required', {
    says: 'The provider requires encrypted assertions, and this one is in the clear.',
    expected: 'an EncryptedAssertion',
    observed: 'an Assertion',
  });
};

export const checkIssuer: Step = (given) => {
  const { facts, providerFacts } = given;
  if (facts === undefined || (facts.issuer !== undefined && facts.issuer === providerFacts?.entityId))
    return undefined;
  const expected = quoted(providerFacts?.entityId);
  const observed = quoted(facts.issuer);
  const says = `The Issuer is ${observed}; the metadata of the provider has the entityID ${expected}.`;
  return refuse(given, 'response/issuer', { says, expected, observed });
};

export const checkSignature: Step = (given) => {
  const { facts, providerFacts } = given;
  if (facts === undefined || facts.signatureVerifiedByProvider) return undefined;
  const count = providerFacts?.certificateCount ?? 0;
  return refuse(given, 'response/signature', {
    says: `Neither the Response nor the assertion has a signature that verifies with one of the provider’s ${count} certificates.`,
    expected: 'a signature by a key of the provider’s metadata',
    observed: 'none that verifies',
  });
};

export const checkStatus: Step = (given) => {
  const { facts } = given;
  if (facts === undefined || facts.statusCode === success) return undefined;
  const observed = quoted(facts.statusCode);
  return refuse(given, 'response/status', {
    says: `The Response has the status ${observed}.`,
    expected: success,
    observed,
  });
};

export const checkOneAssertion: Step = (given) => {
  const count = given.facts?.assertionCount ?? 1;
  if (count === 1) return undefined;
  const says = `The Response has ${count === 0 ? 'no assertion' : `${count} assertions`}.`;
  return refuse(given, 'response/one-assertion', {
    says,
    expected: 'one assertion',
    observed: String(count),
  });
};

export const checkSubjectConfirmation: Step = (given) => {
  const confirmations = given.facts?.confirmations ?? [];
  const [only] = confirmations;
  if (only === undefined || confirmations.length > 1 || only.method !== bearer)
    return refuse(given, 'subject/one-confirmation', {
      says:
        confirmations.length === 1
          ? `The method of SubjectConfirmation is ${quoted(only?.method)}.`
          : `There are ${confirmations.length} SubjectConfirmation elements.`,
      expected: `one SubjectConfirmation with the method ${bearer}`,
      observed: confirmations.length === 1 ? quoted(only?.method) : String(confirmations.length),
    });
  if (only.recipient !== undefined && only.notOnOrAfterMs !== undefined) return undefined;
  const missing = [
    ...(only.recipient === undefined ? ['Recipient'] : []),
    ...(only.notOnOrAfterMs === undefined ? ['NotOnOrAfter'] : []),
  ].join(' and ');
  return refuse(given, 'subject/confirmation', {
    says: `SubjectConfirmationData has no ${missing} that can be read.`,
    expected: 'Recipient and NotOnOrAfter',
    observed: `no ${missing}`,
  });
};

export const checkRecipient: Step = (given) => {
  const recipient = given.facts?.confirmations[0]?.recipient ?? '';
  const address = readSignInAddress(recipient);
  const observed = quoted(recipient);
  if (address === undefined || address.partition !== given.role?.partition)
    return refuse(given, 'subject/recipient', {
      says:
        address === undefined
          ? `The Recipient ${observed} is no SAML address of AWS sign-in.`
          : `The Recipient ${observed} belongs to ${address.partition}, the role to ${given.role?.partition}.`,
      expected: `a SAML address of AWS sign-in in ${given.role?.partition}`,
      observed,
    });
  const { uuid, encryptionMode } = given.providerFacts ?? {};
  const isOwn = uuid !== undefined && address.providerUuid === uuid;
  if (address.kind === 'provider' ? isOwn : encryptionMode !== 'Required') return undefined;
  return refuse(given, 'subject/recipient-of-provider', {
    says:
      address.kind === 'provider'
        ? `The Recipient ${observed} belongs to another provider.`
        : `The provider requires encryption, and so its own address; the Recipient is ${observed}.`,
    expected: `https://<region>.<sign-in host>/saml/acs/${uuid ?? '<the provider’s UUID>'}`,
    observed,
  });
};

export const checkAudience: Step = (given) => {
  const partition = given.role?.partition ?? 'aws';
  const restrictions = given.facts?.audienceRestrictions ?? [];
  const wrong = restrictions.find(
    (audiences) => !audiences.some((audience) => isSignInAudience(audience, partition)),
  );
  if (restrictions.length > 0 && wrong === undefined) return undefined;
  const observed = wrong === undefined ? 'no AudienceRestriction' : quotedList(wrong, 'and');
  return refuse(given, 'conditions/audience', {
    says: `The audience is ${observed}; AWS sign-in goes by urn:amazon:webservices or its sign-in address.`,
    expected: 'urn:amazon:webservices or a sign-in address',
    observed,
  });
};
