import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quoteAll } from '../metadata/_show.ts';
import { classRefsOf } from './_statements.ts';

export default defineCheck({
  id: 'authn-statement/requested-context',
  title: {
    holds: 'The authentication context is one that the request asked for',
    fails: 'The authentication context is not one that the request asked for',
  },
  why: 'The service provider asked for a kind of login and gets another; if it looks, it refuses, and if not, it trusts too much.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → authentication context',
    change: 'Answer with the class that was asked for, or with the status NoAuthnContext.',
  },
  judges: 'idp',
  needs: ['request', 'response'],
  refs: [
    {
      document: 'saml-core',
      section: '3.3.2.2.1',
      says: 'By the comparison "exact", which is the default, the resulting context is one of those asked for; else the answer is an error.',
    },
  ],
  messages: { other: 'The class is {values}; the request asks for {asked}.' },
  applies: ({ request, response }) => {
    if ((request.requestedAuthnContext?.classRefs.length ?? 0) === 0)
      return 'The request asks for no particular class.';
    return classRefsOf(response).length > 0 || 'No AuthnStatement names a class.';
  },
  run: ({ request, response }) => {
    const asked = request.requestedAuthnContext?.classRefs.map(({ text }) => text.trim()) ?? [];
    const given = classRefsOf(response);
    if (given.some(({ text }) => asked.includes(text.trim()))) return [];
    const comparison = request.requestedAuthnContext?.comparison ?? 'exact';
    const values = quoteAll(given.map(({ text }) => text));
    if (comparison !== 'exact')
      return {
        manual: `Whether ${values} is ${comparison} than ${quoteAll(asked)}: the standard gives no order of classes.`,
      };
    return given.slice(0, 1).map(({ element }) => ({
      message: 'other',
      data: { values, asked: quoteAll(asked) },
      expected: quoteAll(asked),
      observed: values,
      where: at(response, element),
    }));
  },
});
