import {
  account,
  backup,
  baseAssertion,
  engineer,
  expired,
  type Given,
  globalAcs,
  grants,
  invalid,
  issuer,
  kosmos,
  named,
  ownAcs,
  refuses,
  sentTo,
  statement,
  type TableCase,
  tableNow,
} from './table.test-data.ts';

const second = 1000;
const minute = 60 * second;
const [bearer] = baseAssertion.confirmations;
const issuerText =
  'Issuer not present in specified provider (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlInvalidSamlResponseException; Request ID: 00000000-0000-0000-0000-000000000000; Proxy: null)';
const badIssuer = invalid(issuerText, 'response/issuer');
const badSignature = invalid('Response signature invalid', 'response/signature');
const audienceText = 'Response does not contain the required audience';
const badAudience = invalid(audienceText, 'conditions/audience');
const badRecipient = invalid(audienceText, 'subject/recipient');
const confirmationText = 'Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter';
const tooOld = expired('Token must be redeemed within 5 minutes of issuance', 'time/redeem-window');
const over = expired('Response has expired', 'time/not-on-or-after');

/** A role that asks for no particular Recipient. */
const anyRecipient: Given = { trust: [statement()] };
const issued = (agoMs: number): Given => ({
  assertion: { issueInstantMs: tableNow - agoMs, responseIssueInstantMs: tableNow - agoMs },
});
const inPartition = (partition: string, recipient: string, audience: string, prefix: string): Given => {
  const role = `arn:${partition}:iam::${account}:role/Engineer`;
  const provider = `arn:${partition}:iam::${account}:saml-provider/1Kosmos`;
  return {
    request: { roleArn: role, principalArn: provider },
    assertion: {
      ...sentTo(recipient),
      audienceRestrictions: [[audience]],
      attributes: [
        { name: `${prefix}Role`, values: [`${role},${provider}`] },
        { name: `${prefix}RoleSessionName`, values: ['ada'] },
      ],
    },
  };
};
const awsPrefix = 'https://aws.amazon.com/SAML/Attributes/';

/** Issuer, signature, status, subject confirmation, addresses and times. */
export const responseCases: readonly TableCase[] = [
  refuses('another issuer', { assertion: { issuer: 'https://evil.example.com/saml' } }, badIssuer),
  refuses('the issuer with a slash at its end', { assertion: { issuer: `${issuer}/` } }, badIssuer),
  refuses('the issuer in another case', { assertion: { issuer: issuer.toUpperCase() } }, badIssuer),
  refuses('no issuer', { assertion: { issuer: undefined } }, badIssuer),
  refuses('a provider whose metadata is not known', { provider: { entityId: undefined } }, badIssuer),
  refuses(
    'a signature that does not verify',
    { assertion: { signatureVerifiedByProvider: false } },
    badSignature,
  ),
  refuses(
    'a response signed for the other provider with the same issuer',
    { request: { principalArn: backup }, assertion: { signatureVerifiedByProvider: false } },
    badSignature,
  ),
  refuses(
    'a bad signature on a call for a role that is not there',
    {
      request: { roleArn: `arn:aws:iam::${account}:role/Missing` },
      assertion: { signatureVerifiedByProvider: false },
    },
    badSignature,
  ),
  refuses(
    'a response whose status is not Success',
    { assertion: { statusCode: 'urn:oasis:names:tc:SAML:2.0:status:Responder', assertionCount: 0 } },
    {
      code: 'IDPRejectedClaim',
      httpStatus: 403,
      message:
        'The identity provider (IdP) reported that authentication failed. This might be because the claim is invalid.',
      rule: 'response/status',
    },
  ),
  refuses(
    'a response without assertion',
    { assertion: { assertionCount: 0 } },
    invalid(
      'Invalid base64 SAMLResponse (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlInvalidSamlResponseException; Request ID: 00000000-0000-0000-0000-000000000000; Proxy: null)',
      'response/one-assertion',
    ),
  ),
  refuses(
    'an encrypted assertion for a provider without private key',
    { assertion: { encrypted: true, issuer: undefined } },
    invalid('Unable to decrypt the SAML assertion', 'response/encryption'),
  ),
  refuses(
    'an encrypted assertion that no key opens',
    { assertion: { encrypted: true, issuer: undefined }, provider: { encryptionMode: 'Allowed' } },
    invalid('Unable to decrypt the SAML assertion', 'response/encryption'),
  ),
  grants('an encrypted assertion where it is allowed', {
    assertion: { encrypted: true, decrypted: true },
    provider: { encryptionMode: 'Allowed' },
  }),
  grants('a plain assertion where encryption is allowed', { provider: { encryptionMode: 'Allowed' } }),
  refuses(
    'a plain assertion where encryption is required',
    { ...anyRecipient, assertion: sentTo(ownAcs), provider: { encryptionMode: 'Required' } },
    invalid('The SAML assertion must be encrypted', 'response/encryption-required'),
  ),
  grants(
    'an encrypted assertion at the provider’s own address where encryption is required',
    {
      ...anyRecipient,
      assertion: { ...sentTo(ownAcs), encrypted: true, decrypted: true },
      provider: { encryptionMode: 'Required' },
    },
    { audience: ownAcs },
  ),
  refuses(
    'an encrypted assertion at the global address where encryption is required',
    { assertion: { encrypted: true, decrypted: true }, provider: { encryptionMode: 'Required' } },
    invalid(audienceText, 'subject/recipient-of-provider'),
  ),
  refuses(
    'no SubjectConfirmation',
    { assertion: { confirmations: [] } },
    invalid(confirmationText, 'subject/one-confirmation'),
  ),
  refuses(
    'two SubjectConfirmation elements',
    { assertion: { confirmations: [...baseAssertion.confirmations, ...baseAssertion.confirmations] } },
    invalid(confirmationText, 'subject/one-confirmation'),
  ),
  refuses(
    'a holder-of-key confirmation',
    {
      assertion: {
        confirmations: [
          {
            method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key',
            recipient: globalAcs,
            notOnOrAfterMs: bearer?.notOnOrAfterMs,
          },
        ],
      },
    },
    invalid(confirmationText, 'subject/one-confirmation'),
  ),
  refuses(
    'no Recipient',
    { assertion: sentTo(undefined) },
    invalid(confirmationText, 'subject/confirmation'),
  ),
  refuses(
    'no NotOnOrAfter in SubjectConfirmationData',
    {
      assertion: {
        confirmations: [{ method: bearer?.method, recipient: globalAcs, notOnOrAfterMs: undefined }],
      },
    },
    invalid(confirmationText, 'subject/confirmation'),
  ),
  grants(
    'a regional Recipient',
    { ...anyRecipient, assertion: sentTo('https://eu-central-1.signin.aws.amazon.com/saml') },
    { audience: 'https://eu-central-1.signin.aws.amazon.com/saml' },
  ),
  grants('the provider’s own address though it has no encryption', {
    ...anyRecipient,
    assertion: sentTo(ownAcs),
  }),
  refuses(
    'the address of another provider',
    {
      ...anyRecipient,
      assertion: sentTo('https://us-east-1.signin.aws.amazon.com/saml/acs/EXAMPLEBACKUPUUID123456789'),
    },
    invalid(audienceText, 'subject/recipient-of-provider'),
  ),
  refuses('a Recipient with a slash at its end', { assertion: sentTo(`${globalAcs}/`) }, badRecipient),
  refuses('a Recipient over http', { assertion: sentTo('http://signin.aws.amazon.com/saml') }, badRecipient),
  refuses(
    'the prose’s /static/saml as Recipient',
    { assertion: sentTo('https://signin.aws.amazon.com/static/saml') },
    badRecipient,
  ),
  refuses(
    'a Recipient on a look-alike host',
    { assertion: sentTo('https://signin.aws.amazon.com.evil.example/saml') },
    badRecipient,
  ),
  refuses(
    'a Recipient in a region of another partition',
    { assertion: sentTo('https://cn-north-1.signin.aws.amazon.com/saml') },
    badRecipient,
  ),
  refuses(
    'Identity Center’s address as Recipient',
    {
      assertion: sentTo(
        'https://us-east-1.signin.aws.amazon.com/platform/saml/acs/6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10',
      ),
    },
    badRecipient,
  ),
  refuses(
    'China’s address for a role of the aws partition',
    { assertion: sentTo('https://signin.amazonaws.cn/saml') },
    badRecipient,
  ),
  grants('the sign-in address as audience', { assertion: { audienceRestrictions: [[globalAcs]] } }),
  grants('a regional sign-in address as audience', {
    assertion: { audienceRestrictions: [['https://us-west-2.signin.aws.amazon.com/saml']] },
  }),
  grants('AWS among other audiences', {
    assertion: { audienceRestrictions: [['https://other.example.com', 'urn:amazon:webservices']] },
  }),
  refuses(
    'AWS in only one of two restrictions',
    { assertion: { audienceRestrictions: [['urn:amazon:webservices'], ['https://other.example.com']] } },
    badAudience,
  ),
  refuses('no AudienceRestriction', { assertion: { audienceRestrictions: [] } }, badAudience),
  refuses(
    'an audience with a space',
    { assertion: { audienceRestrictions: [['urn:amazon:webservices ']] } },
    badAudience,
  ),
  refuses(
    'Identity Center’s audience',
    {
      assertion: {
        audienceRestrictions: [['https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890']],
      },
    },
    badAudience,
  ),
  refuses(
    'GovCloud’s audience',
    { assertion: { audienceRestrictions: [['urn:amazon:webservices:govcloud']] } },
    badAudience,
  ),
  grants(
    'a role of the China partition',
    inPartition(
      'aws-cn',
      'https://signin.amazonaws.cn/saml',
      'urn:amazon:webservices:cn-north-1',
      'https://www.amazonaws.cn/SAML/Attributes/',
    ),
    {
      assumedRoleUser: {
        assumedRoleId: 'AROAEXAMPLEENGINEER:ada',
        arn: `arn:aws-cn:sts::${account}:assumed-role/Engineer/ada`,
      },
    },
  ),
  grants(
    'a role of GovCloud',
    inPartition(
      'aws-us-gov',
      'https://us-gov-west-1.signin.amazonaws-us-gov.com/saml',
      'urn:amazon:webservices:govcloud',
      awsPrefix,
    ),
    { audience: 'https://us-gov-west-1.signin.amazonaws-us-gov.com/saml' },
  ),
  refuses(
    'the aws address for a role of GovCloud',
    inPartition('aws-us-gov', globalAcs, 'urn:amazon:webservices:govcloud', awsPrefix),
    badRecipient,
  ),
  grants('issued just five minutes ago', issued(5 * minute)),
  refuses('issued five minutes and a second ago', issued(5 * minute + second), tooOld),
  refuses('issued an hour ago', issued(60 * minute), tooOld),
  refuses('without IssueInstant', { assertion: { issueInstantMs: undefined } }, tooOld),
  grants('an old assertion in a fresh response, counted from the response', {
    assertion: { issueInstantMs: tableNow - 10 * minute },
    settings: { issueInstantOf: 'response' },
  }),
  refuses(
    'an old assertion in a fresh response',
    { assertion: { issueInstantMs: tableNow - 10 * minute } },
    tooOld,
  ),
  grants('issued a minute ahead of the clock', issued(-minute)),
  refuses(
    'issued six minutes ahead of the clock',
    issued(-6 * minute),
    expired('Response is not yet valid', 'time/issued-in-future'),
  ),
  grants('NotBefore a minute ahead', { assertion: { notBeforeMs: tableNow + minute } }),
  refuses(
    'NotBefore an hour ahead',
    { assertion: { notBeforeMs: tableNow + 60 * minute } },
    expired('Response is not yet valid', 'time/not-before'),
  ),
  refuses(
    'NotBefore a minute ahead where no difference is allowed',
    { assertion: { notBeforeMs: tableNow + minute }, settings: { futureSkewMs: 0 } },
    expired('Response is not yet valid', 'time/not-before'),
  ),
  grants('a second before Conditions end', { assertion: { notOnOrAfterMs: tableNow + second } }),
  refuses('at the very NotOnOrAfter of Conditions', { assertion: { notOnOrAfterMs: tableNow } }, over),
  refuses('a second after Conditions ended', { assertion: { notOnOrAfterMs: tableNow - second } }, over),
  refuses('a minute after Conditions ended', { assertion: { notOnOrAfterMs: tableNow - minute } }, over),
  grants('a second after, where half a minute is allowed', {
    assertion: { notOnOrAfterMs: tableNow - second },
    settings: { expirySkewMs: 30 * second },
  }),
  refuses(
    'after NotOnOrAfter of SubjectConfirmationData',
    {
      assertion: {
        confirmations: [{ method: bearer?.method, recipient: globalAcs, notOnOrAfterMs: tableNow - second }],
      },
    },
    over,
  ),
  grants('without Conditions’ own times', {
    assertion: { notBeforeMs: undefined, notOnOrAfterMs: undefined },
  }),
  refuses(
    'expired, with the role missing as well',
    {
      request: { roleArn: `arn:aws:iam::${account}:role/Missing` },
      assertion: { notOnOrAfterMs: tableNow - second },
    },
    over,
  ),
  grants('the other provider with the same issuer, trusted and paired', {
    request: { principalArn: backup },
    trust: [statement({ Principal: { Federated: [kosmos, backup] } })],
    attributes: { [named('Role')]: [`${engineer},${backup}`] },
  }),
];
