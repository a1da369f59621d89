import { readSignInAddress } from '../../aws/sign-in-addresses.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { providersInUse } from './_providers.ts';

export default defineCheck({
  id: 'aws/encryption-recipient',
  title: {
    holds: 'Responses go to the provider’s own sign-in address where encryption is required',
    fails: 'Responses do not go to the provider’s own sign-in address, though encryption is required',
  },
  why: 'Only by its own address does AWS know which provider’s key opens the assertion.',
  fix: {
    console: 'Identity provider',
    field: 'Assertion Consumer Service URL of the application',
    change: 'Enter https://<region>.signin.aws.amazon.com/saml/acs/<the provider’s ID in IAM>.',
  },
  judges: 'setup',
  needs: ['account', 'response-delivery'],
  refs: [
    refs.assertions('Where encryption is required, the address contains the identifier of the provider.'),
  ],
  messages: {
    other: 'Responses are posted to {url}, which is not the address of the provider {arn} itself.',
  },
  applies: ({ account }) =>
    providersInUse(account).some(({ provider }) => provider.encryptionMode === 'Required') ||
    'No provider in use requires encryption.',
  run: ({ account, 'response-delivery': { url } }) =>
    providersInUse(account).flatMap(({ provider: { arn, uuid, encryptionMode } }) => {
      const address = readSignInAddress(url);
      const isOwn = address?.kind === 'provider' && (uuid === undefined || address.providerUuid === uuid);
      if (encryptionMode !== 'Required' || isOwn) return [];
      return [
        {
          message: 'other' as const,
          data: { url: quote(url), arn },
          expected: `https://<region>.signin.aws.amazon.com/saml/acs/${uuid ?? '<ID>'}`,
          observed: quote(url),
          where: { artifact: 'response-delivery' as const, path: '/url' },
        },
      ];
    }),
});
