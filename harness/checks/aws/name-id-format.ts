import { refs } from '../../aws/spec-refs.ts';
import { supportedNameIdFormats, unspecifiedFormat } from '../../aws/subject.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasNameId, nameIdsOf } from '../subject/_name-ids.ts';

export default defineCheck({
  id: 'aws/name-id-format',
  title: {
    holds: 'The NameID has a format that AWS sign-in lists',
    fails: 'The NameID has a format that AWS sign-in does not list',
  },
  why: 'Conditions on saml:sub_type fail, and AWS does not promise to take the response.',
  fix: {
    console: 'Identity provider',
    field: 'NameID format of the application',
    change: 'Choose persistent, emailAddress or another format of AWS’s list.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions('NameID is persistent, transient, kerberos, entity, or one of four formats of SAML 1.1.'),
    { document: 'saml-core', section: '2.2.2', says: 'Without a Format, the format is unspecified.' },
  ],
  messages: { other: 'The NameID has the format {format}.' },
  applies: hasNameId,
  run: ({ response }) =>
    nameIdsOf(response)
      .filter(({ format }) => !supportedNameIdFormats.includes(format ?? unspecifiedFormat))
      .map(({ element, format = '' }) => ({
        message: 'other' as const,
        data: { format: quote(format) },
        expected: supportedNameIdFormats.join(', '),
        observed: quote(format),
        where: at(response, element, 'Format'),
      })),
});
