import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { tagsOf, valuesOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/transitive-tags',
  title: {
    holds: 'TransitiveTagKeys names only session tags of the same response',
    fails: 'TransitiveTagKeys names a session tag that the response does not have',
  },
  why: 'AWS refuses a transitive key without its tag; people for whom the tag has no value cannot log in.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → TransitiveTagKeys',
    change: 'Name only keys for which a PrincipalTag: is sent, spelt the same.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.tags('A transitive key is the key of a tag that is passed.'),
    {
      assumption: 'AssumeRoleWithSAML refuses a key without its tag.',
      known: 'AssumeRole does so by a recorded answer; for SAML only the rule is documented.',
    },
  ],
  messages: { unknown: 'TransitiveTagKeys names {key}; the session tags are {tags}.' },
  applies: ({ response }) =>
    valuesOf(response, 'transitiveTagKeys').length > 0 || 'The response has no TransitiveTagKeys.',
  run: ({ response }) => {
    const keys = tagsOf(response).map(({ key }) => key);
    const lower = keys.map((key) => key.toLowerCase());
    return valuesOf(response, 'transitiveTagKeys')
      .filter(({ text }) => !lower.includes(text.toLowerCase()))
      .map(({ element, text }) => ({
        message: 'unknown' as const,
        data: { key: quote(text), tags: quoteAll(keys) },
        expected: quoteAll(keys),
        observed: quote(text),
        where: at(response, element),
      }));
  },
});
