import { defineCheck } from '../../model/check.ts';
import { readIssuerUrl } from './_form.ts';

export default defineCheck({
  id: 'identity-center/issuer-url',
  title: {
    holds: 'The entity ID at the identity provider is an issuer URL of IAM Identity Center',
    fails: 'The entity ID at the identity provider is no issuer URL of IAM Identity Center',
  },
  why: 'The audience of every assertion is then another service, such as direct IAM federation, and is refused.',
  fix: {
    console: 'Identity provider',
    field: 'Entity ID of the application',
    change: 'Copy the issuer URL that IAM Identity Center shows: https://<region>.signin…/platform/saml/d-….',
  },
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      assumption:
        'Issuer URLs have the form https://<region>.signin.aws.amazon.com/platform/saml/d-<ten characters>.',
      known:
        'Seen in published configurations of several identity providers; AWS documents the field, not its form.',
    },
    {
      document: '1kosmos',
      section: 'Configuration values',
      says: 'The Issuer URL is found under IAM Identity Center → Settings → Identity source.',
    },
  ],
  messages: {
    other: 'The identity provider has the entity ID {value}, which is no issuer URL of IAM Identity Center.',
  },
  applies: ({ setup }) => setup.sp?.entityId !== undefined || 'What the identity provider has is not known.',
  run: ({ setup }) => {
    const value = setup.sp?.entityId ?? '';
    if (readIssuerUrl(value) !== undefined) return [];
    return [
      {
        message: 'other' as const,
        data: { value },
        expected: 'https://<region>.signin.aws.amazon.com/platform/saml/d-…',
        observed: value,
        where: { artifact: 'setup', path: '/sp/entityId' },
      },
    ];
  },
});
