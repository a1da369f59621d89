import { providerLimits } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck, type Fault } from '../../model/check.ts';
import { providersInUse } from './_providers.ts';

export default defineCheck({
  id: 'aws/provider-private-keys',
  title: {
    holds: 'The provider in IAM has the private key that its encryption needs',
    fails: 'The provider in IAM does not have the private key that its encryption needs',
  },
  why: 'AWS cannot open the assertions, and no login works.',
  fix: {
    console: 'IAM',
    field: 'Identity providers → the provider → SAML encryption → Private key',
    change: 'Upload the private key that belongs to the certificate at the identity provider.',
  },
  judges: 'setup',
  needs: ['account'],
  refs: [
    {
      document: 'aws-iam',
      section: 'UpdateSAMLProvider',
      says: 'A provider holds at most two private keys.',
    },
    refs.troubleshooting('The mode cannot be Required while there is no private key.'),
  ],
  messages: {
    none: 'The provider {arn} has the encryption mode {mode} and no private key.',
    many: 'The provider {arn} has {count} private keys; two are possible.',
  },
  applies: ({ account }) =>
    providersInUse(account).some(({ provider }) => provider.encryptionMode !== undefined) ||
    'No provider in use is set up for encryption.',
  run: ({ account }) =>
    providersInUse(account).flatMap(({ provider, path }): Fault<'none' | 'many'>[] => {
      const { arn, encryptionMode: mode, privateKeys: count } = provider;
      if (mode === undefined || (count > 0 && count <= providerLimits.privateKeys)) return [];
      return [
        {
          message: count === 0 ? 'none' : 'many',
          data: { arn, mode, count },
          expected: 'one or two private keys',
          observed: String(count),
          where: { artifact: 'account', path: `${path}/privateKeys` },
        },
      ];
    }),
});
