import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'metadata/idp-size',
  title: {
    holds: "The identity provider's metadata is within the size that the service provider imports",
    fails: "The identity provider's metadata is larger or smaller than the service provider imports",
  },
  why: 'The console refuses the file at import.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'Export the metadata of this one identity provider only, without other entities or logos.',
  },
  judges: 'setup',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Other identity providers (page other-idps)',
      says: 'The metadata file may have up to 75,000 characters.',
    },
    {
      document: 'aws-iam',
      section: 'CreateSAMLProvider',
      says: 'The metadata document has between 1,000 and 10,000,000 characters.',
    },
  ],
  options: { minCharacters: 0, maxCharacters: 75_000 },
  messages: {
    large: 'The metadata has {count} characters; at most {most} are imported.',
    small: 'The metadata has {count} characters; at least {least} are needed.',
  },
  run: ({ 'idp-metadata': { document } }, { options: { minCharacters, maxCharacters } }) => {
    const count = [...document.text].length;
    if (count >= minCharacters && count <= maxCharacters) return [];
    return [
      {
        message: count > maxCharacters ? 'large' : 'small',
        data: { count, most: maxCharacters, least: minCharacters },
        expected: `${minCharacters} to ${maxCharacters} characters`,
        observed: `${count} characters`,
        where: { artifact: 'idp-metadata', path: '/' },
      },
    ];
  },
});
