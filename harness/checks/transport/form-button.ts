import { defineCheck } from '../../model/check.ts';
import { shortUrl, whereIn } from './_exchanges.ts';
import { findMessageForm } from './_html.ts';

export default defineCheck({
  id: 'transport/form-button',
  title: {
    holds: 'The response can be posted by a button, without JavaScript',
    fails: 'The response cannot be posted without JavaScript',
  },
  why: 'Where scripts are off or fail, people stand before an empty page after they have approved the login.',
  fix: {
    console: 'Identity provider',
    field: 'Page that posts the response',
    change: 'Put a submit button into the form, in a noscript element or beside the script.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.4',
      says: 'Any technique may cause the submission of the form, submit controls and scripts among them.',
    },
    {
      document: 'saml-bindings',
      section: '3.5.8',
      says: 'The form of the example is submitted by script, and has a button in a noscript element.',
    },
  ],
  messages: { none: 'The form on {url} has no submit button; one is needed where scripts do not run.' },
  applies: ({ exchanges }) =>
    findMessageForm(exchanges) !== undefined || 'No page that posts a response was recorded.',
  run: ({ exchanges }) => {
    const found = findMessageForm(exchanges);
    if (found === undefined) return [];
    const button = found.fields.some(({ name, attributes }) => {
      const type = attributes.type?.toLowerCase();
      if ('disabled' in attributes) return false;
      if (name === 'button') return type === undefined || type === 'submit';
      return name === 'input' && (type === 'submit' || type === 'image');
    });
    if (button) return [];
    return [
      {
        message: 'none' as const,
        data: { url: shortUrl(found.page.url) },
        expected: 'a submit button inside the form',
        observed: 'no button',
        where: whereIn(found.page, undefined, found.form.text),
      },
    ];
  },
});
