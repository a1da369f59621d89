import { providerLimits } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { signingCertificates } from '../metadata/_roles.ts';

export default defineCheck({
  id: 'aws/metadata-key-count',
  title: {
    holds: 'The metadata has at most as many signing keys as IAM takes',
    fails: 'The metadata has more signing keys than IAM takes',
  },
  why: 'IAM refuses the metadata document with “limit exceeded”, often in the middle of a rollover.',
  fix: {
    console: 'Identity provider',
    field: 'Signing certificates',
    change: 'Withdraw the certificates that are no longer used, and export the metadata again.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [refs.quotas('A SAML provider has at most 10 keys.')],
  options: { most: providerLimits.keysPerProvider as number },
  messages: { many: 'The metadata has {count} signing keys.' },
  run: ({ 'idp-metadata': metadata }, { options: { most } }) => {
    const count = signingCertificates(metadata, 'idp').length;
    if (count <= most) return [];
    return [
      {
        message: 'many',
        data: { count },
        expected: `at most ${most}`,
        observed: String(count),
        where: { artifact: 'idp-metadata', path: '/' },
      },
    ];
  },
});
