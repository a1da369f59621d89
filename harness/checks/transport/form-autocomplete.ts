import { defineCheck } from '../../model/check.ts';
import { shortUrl, whereIn } from './_exchanges.ts';
import { findMessageForm } from './_html.ts';

export default defineCheck({
  id: 'transport/form-autocomplete',
  title: {
    holds: 'Browsers are told not to keep the form that posts the response',
    fails: 'Browsers may keep the form that posts the response',
  },
  why: 'Browsers restore the fields of a form after a crash or a step back, the old assertion among them.',
  fix: {
    console: 'Identity provider',
    field: 'Page that posts the response',
    change: 'Add autocomplete="off" to its form.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  refs: [
    {
      assumption: 'A form that holds an assertion is to be treated as one that holds a password.',
      known:
        'HTML says that autocomplete="off" asks browsers neither to store nor to restore a field; SAML is silent.',
    },
  ],
  messages: { kept: 'The form on {url} lets browsers keep its fields; autocomplete="off" is wanted.' },
  applies: ({ exchanges }) =>
    findMessageForm(exchanges) !== undefined || 'No page that posts a response was recorded.',
  run: ({ exchanges }) => {
    const found = findMessageForm(exchanges);
    if (found === undefined) return [];
    const field = found.fields.find(({ attributes }) => attributes.name === 'SAMLResponse');
    const stated = field?.attributes.autocomplete ?? found.form.attributes.autocomplete;
    if (stated?.toLowerCase() === 'off') return [];
    return [
      {
        message: 'kept' as const,
        data: { url: shortUrl(found.page.url) },
        expected: 'autocomplete="off" on the form or the field',
        observed: stated === undefined ? 'no autocomplete attribute' : `autocomplete="${stated}"`,
        where: whereIn(found.page, undefined, found.form.text),
      },
    ];
  },
});
