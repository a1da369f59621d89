import { defineProfile, type ProfileRule } from '../model/profile.ts';
import { identityPoolRules } from './cognito-identity-pool/identity-pool.ts';
import { samlWebSsoRules } from './saml-web-sso.ts';

const awsNames = ['https://aws.amazon.com/SAML/Attributes/*', 'https://www.amazonaws.cn/SAML/Attributes/*'];

/** What Cognito and IAM decide otherwise than the standard, or more strictly. */
const otherwise: Readonly<Record<string, Partial<ProfileRule> | 'off'>> = {
  'subject/confirmation': { severity: 'error', options: { noOtherMethod: true } },
  // The assertion is for AWS, also where the browser takes it to an application: aws/recipient judges it.
  'subject/recipient': 'off',
  'conditions/audience': {
    severity: 'error',
    options: { alsoAccepted: ['urn:amazon:webservices', 'https://signin.aws.amazon.com/saml'] },
  },
  'metadata/idp-size': { severity: 'error', options: { minCharacters: 1000, maxCharacters: 10_000_000 } },
  // One value of Logins; STS takes twice as much.
  'response/size': { severity: 'error', options: { maxCharacters: 50_000 } },
  'attributes/released': { options: { alsoAgreed: awsNames } },
  // A pool keeps no people: NameID may be any lasting name.
  'subject/user-name': 'off',
  'metadata/idp-name-id-format': 'off',
};

const general: Readonly<Record<string, ProfileRule>> = { ...samlWebSsoRules, ...identityPoolRules };

/** Sign-in into a Cognito identity pool by a SAML provider of IAM. */
export const cognitoIdentityPool = defineProfile({
  id: 'cognito-identity-pool',
  title: 'Amazon Cognito identity pool with a SAML identity provider',
  version: 1,
  extends: ['saml-web-sso'],
  // The clock difference that the double allows; AWS publishes no figure.
  skewMs: 180_000,
  checks: Object.fromEntries(Object.entries(general).map(([id, rule]) => [id, ruleFor(id, rule)])),
});

function ruleFor(id: string, rule: ProfileRule): ProfileRule | 'off' {
  const own = otherwise[id];
  return own === 'off' ? 'off' : { ...rule, ...own };
}
