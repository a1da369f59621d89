import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { isParsed } from './_certificates.ts';
import { signingCertificates } from './_roles.ts';

export default defineCheck({
  id: 'metadata/idp-certificate-extensions',
  title: {
    holds: 'No signing certificate of the identity provider repeats an extension',
    fails: 'A signing certificate of the identity provider repeats an extension',
  },
  why: 'AWS refuses the metadata at import, with a message that does not name the reason.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Make the certificate again, each extension at most once.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'aws-iam',
      section: 'Create a SAML identity provider in IAM',
      says: 'A certificate in the metadata may not contain an extension more than once.',
    },
  ],
  messages: {
    repeated: 'The signing certificate of {subject} has the extension {extension} more than once.',
  },
  applies: ({ 'idp-metadata': metadata }) =>
    signingCertificates(metadata, 'idp').some(isParsed) ||
    'The metadata has no readable signing certificate.',
  run: ({ 'idp-metadata': metadata }) =>
    signingCertificates(metadata, 'idp')
      .filter(isParsed)
      .flatMap(({ element, x509: { subject, repeatedExtensions } }) =>
        repeatedExtensions.map((extension) => ({
          message: 'repeated' as const,
          data: { subject, extension },
          expected: 'each extension once',
          observed: `${extension} more than once`,
          ...(element ? { where: locate('idp-metadata', element, metadata.document) } : {}),
        })),
      ),
});
