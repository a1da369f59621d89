import { defineProfile, type ProfileRule } from '../model/profile.ts';
import { awsRules } from './aws-iam/aws.ts';
import { claimFixes } from './aws-iam/fixes-claims.ts';
import { setupFixes } from './aws-iam/fixes-setup.ts';
import { samlWebSsoRules } from './saml-web-sso.ts';

const fixes = { ...claimFixes, ...setupFixes };

/** What IAM decides otherwise than the standard, or more strictly. */
const otherwise: Readonly<Record<string, Partial<ProfileRule> | 'off'>> = {
  'subject/confirmation': { severity: 'error', options: { noOtherMethod: true } },
  'metadata/idp-size': { severity: 'error', options: { minCharacters: 1000, maxCharacters: 10_000_000 } },
  'response/size': { severity: 'error', options: { maxCharacters: 100_000 } },
  'conditions/audience': {
    severity: 'error',
    options: { alsoAccepted: ['urn:amazon:webservices', 'https://signin.aws.amazon.com/saml'] },
  },
  // Names below AWS's own prefixes are judged by the area aws.
  'attributes/released': {
    options: {
      alsoAgreed: [
        'https://aws.amazon.com/SAML/Attributes/*',
        'https://www.amazonaws.cn/SAML/Attributes/*',
        'http://www.amazonaws.cn/SAML/Attributes/*',
      ],
    },
  },
  // IAM keeps no people: NameID may be any lasting or passing name.
  'subject/user-name': 'off',
  'metadata/idp-name-id-format': 'off',
  // What AWS sign-in says when it refuses is AWS's own: no field of either console changes it.
  'outcome/refusal-helps': { options: { fixedPages: ['refused-by-sp'] } },
  // STS takes a response again within its five minutes; the role picker itself posts it twice.
  'replay/same-browser': 'off',
  'replay/other-browser': 'off',
  'replay/after-restart': 'off',
};

const general: Readonly<Record<string, ProfileRule>> = { ...samlWebSsoRules, ...awsRules };

/** Sign-in straight into the roles of an AWS account, through a SAML provider of IAM. */
export const awsIam = defineProfile({
  id: 'aws-iam',
  title: 'AWS IAM roles with a SAML identity provider',
  version: 2,
  extends: ['saml-web-sso'],
  // The clock difference that the double allows; AWS publishes no figure.
  skewMs: 180_000,
  checks: Object.fromEntries(Object.entries(general).map(([id, rule]) => [id, ruleFor(id, rule)])),
});

function ruleFor(id: string, rule: ProfileRule): ProfileRule | 'off' {
  const fix = fixes[id];
  const own = otherwise[id];
  return own === 'off' ? 'off' : { ...rule, ...own, ...(fix === undefined ? {} : { fix }) };
}
