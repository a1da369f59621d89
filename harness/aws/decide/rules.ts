/** A rule by which AssumeRoleWithSAML is refused, and what AWS answers then. */
export interface DecisionRule {
  readonly code: StsErrorCode;
  readonly httpStatus: 400 | 403;
  /** AWS's text, with `{name}` where a value goes. */
  readonly message: string;
  /** The rule, true when it is kept. */
  readonly says: string;
  /** Where the rule and the text come from. */
  readonly source: string;
  /** Weakest basis of rule and answer: `documented` by AWS, `observed` in recorded answers, or `assumed` by us. */
  readonly basis: 'documented' | 'observed' | 'assumed';
  /** What of it is our assumption, and why; absent when nothing is. */
  readonly assumed?: string;
}

export type StsErrorCode =
  | 'AccessDenied'
  | 'ExpiredTokenException'
  | 'IDPRejectedClaim'
  | 'InvalidIdentityToken'
  | 'InvalidParameterValue'
  | 'MalformedPolicyDocument'
  | 'PackedPolicyTooLarge'
  | 'ValidationError';

const model = 'STS service model 2011-06-15';
const troubleshooting = 'IAM User Guide, "Troubleshooting SAML 2.0 federation"';
const assertions = 'IAM User Guide, "Configuring SAML assertions for the authentication response"';
const sessionTags = 'IAM User Guide, "Passing session tags in AWS STS"';
const nested = (code: string) =>
  ` (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: ${code}; Request ID: {requestId}; Proxy: null)`;
const notBase64 = `Invalid base64 SAMLResponse${nested('AuthSamlInvalidSamlResponseException')}`;
const confirmation = 'Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter';
const audience = 'Response does not contain the required audience';
const badTags =
  'Unable to validate tags (Service: AWSSecurityTokenV20111201; Status Code: 400; Error Code: ValidationError; Request ID: {requestId}; Proxy: null)';
const notAuthorized = 'Not authorized to perform sts:AssumeRoleWithSAML';
const onlyText = 'The text: AWS documents the rule, not the answer.';

/** Every rule, in the order in which it is asked. The ids are stable: reports and docs name them. */
export const rules = {
  'request/constraints': validation('{constraints}', {
    says: 'Each parameter is there when it must be, and keeps length, pattern and range.',
    source: `${model}; text as recorded`,
    basis: 'documented',
  }),
  'request/role-arn': validation('Request ARN is invalid', {
    says: 'RoleArn is the ARN of an IAM role.',
    source: 'Recorded answers of STS to swapped ARNs',
    basis: 'observed',
  }),
  'request/principal-arn': validation('Request ARN is invalid', {
    says: 'PrincipalArn is the ARN of an IAM SAML provider.',
    source: 'Recorded answers of STS to swapped ARNs',
    basis: 'assumed',
    assumed: 'The same answer as for RoleArn; only answers where RoleArn was wrong too are recorded.',
  }),
  'request/accounts': validation('Principal exists outside the account of the Role being assumed.', {
    says: 'The provider is in the account of the role.',
    source: 'Recorded answer of STS',
    basis: 'observed',
  }),
  'request/partitions': validation('Principal exists outside the account of the Role being assumed.', {
    says: 'The provider is in the partition of the role.',
    source: 'Recorded answer of STS for another account',
    basis: 'assumed',
    assumed: 'The same answer as for another account.',
  }),
  'response/base64': invalid(notBase64, {
    says: 'SAMLAssertion is base64 of a SAML Response.',
    source: `${model}; text as recorded`,
    basis: 'observed',
  }),
  'response/xml': invalid(notBase64, {
    says: 'What SAMLAssertion decodes to is a well-formed SAML Response.',
    source: model,
    basis: 'assumed',
    assumed: 'The same text as for what is not base64.',
  }),
  'provider/exists': invalid(
    `Specified provider doesn't exist${nested('AuthSamlManifestNotFoundException')}`,
    {
      says: 'The account has the SAML provider that PrincipalArn names.',
      source: `${troubleshooting}; text as recorded`,
      basis: 'documented',
    },
  ),
  'response/encryption': invalid('Unable to decrypt the SAML assertion', {
    says: 'An encrypted assertion can be opened with a private key of the provider.',
    source: 'IAM User Guide, "Create a SAML identity provider in IAM"',
    basis: 'assumed',
    assumed: onlyText,
  }),
  'response/encryption-required': invalid('The SAML assertion must be encrypted', {
    says: 'A provider that requires encryption is sent encrypted assertions only.',
    source: 'IAM User Guide, "Create a SAML identity provider in IAM"',
    basis: 'assumed',
    assumed: onlyText,
  }),
  'response/issuer': invalid(
    `Issuer not present in specified provider${nested('AuthSamlInvalidSamlResponseException')}`,
    {
      says: 'The Issuer is the entityID of the provider’s metadata.',
      source: `${troubleshooting}; text as recorded`,
      basis: 'documented',
    },
  ),
  'response/signature': invalid('Response signature invalid', {
    says: 'The signature verifies with a certificate of the provider’s metadata.',
    source: troubleshooting,
    basis: 'documented',
  }),
  'response/status': {
    code: 'IDPRejectedClaim',
    httpStatus: 403,
    message:
      'The identity provider (IdP) reported that authentication failed. This might be because the claim is invalid.',
    says: 'The Response has the status Success.',
    source: `${model}, IDPRejectedClaimException`,
    basis: 'documented',
    assumed: 'The text: the model describes the error so, and no answer is recorded.',
  },
  'response/one-assertion': invalid(notBase64, {
    says: 'The Response holds one assertion.',
    source: model,
    basis: 'assumed',
    assumed: 'That none or several are refused, and the text.',
  }),
  'subject/confirmation': invalid(confirmation, {
    says: 'SubjectConfirmationData has a Recipient and NotOnOrAfter.',
    source: `${assertions}; text as recorded in 2015, its misspelling included`,
    basis: 'documented',
  }),
  'subject/one-confirmation': invalid(confirmation, {
    says: 'There is exactly one SubjectConfirmation, and it is a bearer’s.',
    source: assertions,
    basis: 'documented',
    assumed: 'The text, and that a method other than bearer is refused.',
  }),
  'subject/recipient': invalid(audience, {
    says: 'Recipient is a SAML address of AWS sign-in in the role’s partition.',
    source: assertions,
    basis: 'documented',
    assumed: 'Code and text: AWS documents the rule, not the answer.',
  }),
  'subject/recipient-of-provider': invalid(audience, {
    says: 'A Recipient of the per-provider form is the provider’s own; a provider that requires encryption has no other.',
    source: 'IAM User Guide, "Create a SAML identity provider in IAM"',
    basis: 'documented',
    assumed: 'Code and text, and that another provider’s address is refused.',
  }),
  'conditions/audience': invalid(audience, {
    says: 'Every AudienceRestriction, of which there is at least one, names AWS sign-in.',
    source: `${troubleshooting}; ${assertions}`,
    basis: 'documented',
    assumed: 'The code, and that an assertion without AudienceRestriction is refused.',
  }),
  'time/issued-in-future': expired('Response is not yet valid', {
    says: 'The response was not issued in the future, a clock’s difference set aside.',
    source: 'SAML Core 2.3.3',
    basis: 'assumed',
    assumed: 'That it is refused, from how much on, code and text.',
  }),
  'time/redeem-window': expired('Token must be redeemed within 5 minutes of issuance', {
    says: 'The response is redeemed within five minutes of its issue.',
    source: 'Recorded answers of STS',
    basis: 'observed',
    assumed: 'That it counts from the assertion’s IssueInstant, and that an absent one is refused.',
  }),
  'time/not-before': expired('Response is not yet valid', {
    says: 'NotBefore has come, a clock’s difference set aside.',
    source: 'SAML Core 2.5.1.2',
    basis: 'assumed',
    assumed: 'That it is refused, from how much on, code and text.',
  }),
  'time/not-on-or-after': expired('Response has expired', {
    says: 'NotOnOrAfter of Conditions and of SubjectConfirmationData is still to come.',
    source: 'Recorded answer of STS one minute past it',
    basis: 'observed',
    assumed: 'That no clock’s difference is set aside.',
  }),
  'role/pair': invalid("SAML Assertion doesn't contain the requested Role and Metadata in the attributes", {
    says: 'A value of the Role attribute is the requested role and provider.',
    source: 'Recorded answer of STS',
    basis: 'observed',
  }),
  'session-name/required': invalid('RoleSessionName is required in AuthnResponse', {
    says: 'The RoleSessionName attribute is there.',
    source: troubleshooting,
    basis: 'documented',
  }),
  'session-name/pattern': invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}', {
    says: 'RoleSessionName has 2 to 64 letters, digits or _+=,.@- characters.',
    source: troubleshooting,
    basis: 'documented',
  }),
  'session-name/one-value': invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}', {
    says: 'RoleSessionName has one value.',
    source: assertions,
    basis: 'documented',
    assumed: onlyText,
  }),
  'source-identity/pattern': invalid(
    'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"',
    {
      says: 'SourceIdentity has 2 to 64 letters, digits or _+=,.@- characters and does not begin with aws:.',
      source: troubleshooting,
      basis: 'documented',
    },
  ),
  'source-identity/one-value': invalid(
    'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"',
    {
      says: 'SourceIdentity has one value.',
      source: assertions,
      basis: 'documented',
      assumed: onlyText,
    },
  ),
  'session-duration/value': invalid(
    'SessionDuration in AuthnResponse must be an integer between 900 and 43200',
    {
      says: 'SessionDuration is one whole number from 900 to 43200.',
      source: assertions,
      basis: 'documented',
      assumed: 'That an API call is refused for it, code and text.',
    },
  ),
  'tags/count': validation(badTags, {
    says: 'There are at most 50 session tags.',
    source: sessionTags,
    basis: 'documented',
    assumed: 'The text: the one recorded for tags that break other rules.',
  }),
  'tags/form': validation(badTags, {
    says: 'Tag keys have 1 to 128 and values 0 to 256 letters, digits, spaces or _.:/=+-@ characters.',
    source: `${sessionTags}; text as recorded on the sign-in page`,
    basis: 'observed',
  }),
  'tags/reserved': validation(badTags, {
    says: 'No tag key begins with aws:.',
    source: 'IAM User Guide, "Tagging IAM resources"',
    basis: 'documented',
    assumed: 'The text: the one recorded for tags that break other rules.',
  }),
  'tags/one-value': validation(badTags, {
    says: 'Each session tag has one value.',
    source: sessionTags,
    basis: 'documented',
    assumed: 'The text: the one recorded for tags that break other rules.',
  }),
  'tags/duplicate': {
    code: 'InvalidParameterValue',
    httpStatus: 400,
    message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    says: 'Tag keys differ by more than case.',
    source: `${sessionTags}; text as recorded for AssumeRole`,
    basis: 'documented',
    assumed: 'That AssumeRoleWithSAML answers as AssumeRole does.',
  },
  'tags/transitive': {
    code: 'InvalidParameterValue',
    httpStatus: 400,
    message: 'The specified transitive tag key must be included in the requested tags.',
    says: 'Each of TransitiveTagKeys is the key of a tag in the assertion.',
    source: `${sessionTags}; text as recorded for AssumeRole`,
    basis: 'documented',
    assumed: 'That AssumeRoleWithSAML answers as AssumeRole does, and that case does not matter.',
  },
  'subject/name-id': denied({
    says: 'The assertion has a Subject with a NameID.',
    source: troubleshooting,
    basis: 'documented',
  }),
  'role/reserved': denied({
    says: 'The role is none of IAM Identity Center’s (AWSReservedSSO_…).',
    source: model,
    basis: 'documented',
    assumed: 'Code and text: AWS documents that the call does not work.',
  }),
  'role/exists': denied({
    says: 'The account has the role, its name exact in case.',
    source: troubleshooting,
    basis: 'documented',
  }),
  'trust/readable': denied({
    says: 'The role’s trust policy can be read.',
    source: 'IAM User Guide, "Grammar of the IAM JSON policy language"',
    basis: 'assumed',
    assumed: 'A policy that cannot be read trusts nobody; IAM would not have stored it.',
  }),
  'trust/assume': denied({
    says: 'The role’s trust policy allows sts:AssumeRoleWithSAML to the provider, under conditions that hold.',
    source: troubleshooting,
    basis: 'documented',
  }),
  'trust/tag-session': denied({
    says: 'The trust policy allows sts:TagSession when the assertion has tags.',
    source: `${troubleshooting}; ${sessionTags}`,
    basis: 'documented',
  }),
  'trust/source-identity': denied({
    says: 'The trust policy allows sts:SetSourceIdentity when the assertion has a SourceIdentity.',
    source: `${troubleshooting}; ${assertions}`,
    basis: 'documented',
  }),
  'duration/maximum': validation(
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    {
      says: 'DurationSeconds is at most the role’s MaxSessionDuration.',
      source: troubleshooting,
      basis: 'documented',
    },
  ),
  'duration/session-over': expired('Response has expired', {
    says: 'SessionNotOnOrAfter is still to come.',
    source: model,
    basis: 'assumed',
    assumed: 'That a session of no length is refused, code and text.',
  }),
  'policy/malformed': {
    code: 'MalformedPolicyDocument',
    httpStatus: 400,
    message: '{policyMessage}',
    says: 'The session policy is a valid IAM policy.',
    source: `${model}; texts as recorded`,
    basis: 'observed',
  },
  'policy/arns': validation('Request ARN is invalid', {
    says: 'Each of PolicyArns is a managed policy of AWS or of the role’s account.',
    source: model,
    basis: 'documented',
    assumed: onlyText,
  }),
  'policy/together': {
    code: 'PackedPolicyTooLarge',
    httpStatus: 400,
    message: 'The plaintext of the session policies exceeds 2048 characters.',
    says: 'Policy and PolicyArns together have at most 2048 characters.',
    source: `${model}; ${sessionTags}`,
    basis: 'documented',
    assumed: 'Code and text.',
  },
  'policy/packed-size': {
    code: 'PackedPolicyTooLarge',
    httpStatus: 400,
    message: 'Packed size of session tags consumes {percent}% of allotted space.',
    says: 'Session policies and tags fit the packed space.',
    source: `${model}; text as recorded`,
    basis: 'observed',
    assumed: 'The size: AWS does not publish how it packs; ours is an estimate.',
  },
} as const satisfies Record<string, DecisionRule>;

export type RuleId = keyof typeof rules;

type Body = Pick<DecisionRule, 'says' | 'source' | 'basis' | 'assumed'>;

function validation(message: string, body: Body): DecisionRule {
  return { code: 'ValidationError', httpStatus: 400, message, ...body };
}

function invalid(message: string, body: Body): DecisionRule {
  return { code: 'InvalidIdentityToken', httpStatus: 400, message, ...body };
}

function expired(message: string, body: Body): DecisionRule {
  return { code: 'ExpiredTokenException', httpStatus: 400, message, ...body };
}

function denied(body: Body): DecisionRule {
  return { code: 'AccessDenied', httpStatus: 403, message: notAuthorized, ...body };
}
