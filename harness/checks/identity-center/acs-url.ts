import { defineCheck } from '../../model/check.ts';
import { readAcsUrl } from './_form.ts';

export default defineCheck({
  id: 'identity-center/acs-url',
  title: {
    holds: 'The ACS URL at the identity provider is one of IAM Identity Center',
    fails: 'The ACS URL at the identity provider is none of IAM Identity Center',
  },
  why: 'The address of IAM sign-in or of the portal looks alike and shows a general error after every login.',
  fix: {
    console: 'Identity provider',
    field: 'Assertion Consumer Service URL of the application',
    change:
      'Copy the ACS URL that IAM Identity Center shows: https://<region>.signin…/platform/saml/acs/<id>.',
  },
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      assumption: 'ACS URLs have the form https://<region>.signin.aws.amazon.com/platform/saml/acs/<uuid>.',
      known:
        'Seen in published configurations of several identity providers; AWS documents the field, not its form.',
    },
    {
      document: '1kosmos',
      section: 'Configuration values',
      says: 'The ACS URL is found under IAM Identity Center → Settings → Identity source.',
    },
  ],
  messages: {
    other: 'The identity provider sends responses to {url}, which is no ACS URL of IAM Identity Center.',
  },
  applies: ({ setup }) => setup.sp?.acsUrl !== undefined || 'What the identity provider has is not known.',
  run: ({ setup }) => {
    const url = setup.sp?.acsUrl ?? '';
    if (readAcsUrl(url) !== undefined) return [];
    return [
      {
        message: 'other' as const,
        data: { url },
        expected: 'https://<region>.signin.aws.amazon.com/platform/saml/acs/<uuid>',
        observed: url,
        where: { artifact: 'setup', path: '/sp/acsUrl' },
      },
    ];
  },
});
