import { refs } from '../../aws/spec-refs.ts';
import { defineCheck, type Fault } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasProviderInUse, providersInUse } from './_providers.ts';

export default defineCheck({
  id: 'aws/encryption',
  title: {
    holds: 'Assertions are encrypted or plain as the provider in IAM wants them',
    fails: 'Assertions are not encrypted or plain as the provider in IAM wants them',
  },
  why: 'AWS refuses plain assertions where it requires encryption, and cannot open encrypted ones without a key.',
  fix: {
    console: 'IAM',
    field: 'Identity providers → the provider → SAML encryption',
    change: 'Choose the same on both sides: encryption at the identity provider, and its mode in IAM.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    {
      document: 'aws-iam',
      section: 'UpdateSAMLProvider',
      says: 'Required takes encrypted assertions only, Allowed takes both kinds.',
    },
    refs.provider('Encrypted assertions are opened with the private keys of the provider.'),
  ],
  messages: {
    plain: 'The assertion is plain; the provider {arn} requires encryption.',
    encrypted: 'The assertion is encrypted; the provider {arn} is not set up for that.',
  },
  applies: ({ response, account }) =>
    response.assertions.length + response.encryptedAssertions.length > 0
      ? hasProviderInUse({ account })
      : 'The Response carries no assertion.',
  run: ({ response, account }) =>
    providersInUse(account).flatMap(({ provider }): Fault<'plain' | 'encrypted'>[] => {
      const { arn, encryptionMode: mode } = provider;
      const plain = mode === 'Required' ? response.assertions[0]?.element : undefined;
      const encrypted = mode === undefined ? response.encryptedAssertions[0] : undefined;
      const element = plain ?? encrypted;
      if (element === undefined) return [];
      return [
        {
          message: plain ? 'plain' : 'encrypted',
          data: { arn },
          expected: plain ? 'EncryptedAssertion' : 'Assertion',
          observed: element.local,
          where: at(response, element),
        },
      ];
    }),
});
