import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { classPrefix, passwordClasses, standardClasses } from './_context-classes.ts';

export default defineCheck({
  id: 'request/authn-context',
  title: {
    holds: 'The authentication context asked for is one that a login without a password can meet',
    fails: 'The authentication context asked for is unknown, or only a password meets it',
  },
  why: 'A passwordless identity provider answers NoAuthnContext, or has to state a context that is not true.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → requested authentication context',
    change: 'Ask for none, or for a class that the phone gives, or compare by "minimum".',
  },
  judges: 'sp',
  needs: ['request'],
  refs: [
    {
      document: 'saml-core',
      section: '3.3.2.2.1',
      says: 'By "exact", which is the default, the context of the login is one of those named; else the answer is an error, such as NoAuthnContext.',
    },
    {
      document: 'saml-authn-context',
      section: '3.4',
      says: 'The classes are named by URIs under one prefix; Password (3.4.8) and PasswordProtectedTransport (3.4.9) mean that a password was presented.',
    },
  ],
  messages: {
    unknown: 'The class {class} has the prefix of the standard and is not in it.',
    password: 'The request demands {classes} exactly, which a login without a password does not give.',
  },
  applies: ({ request: { requestedAuthnContext } }) =>
    (requestedAuthnContext?.classRefs.length ?? 0) > 0 ||
    'The request asks for no authentication context class.',
  run: ({ request: { document, requestedAuthnContext } }) => {
    if (requestedAuthnContext === undefined) return [];
    const { element, comparison = 'exact', classRefs } = requestedAuthnContext;
    const unknown = classRefs
      .filter(
        ({ text }) =>
          text.startsWith(classPrefix) && !standardClasses.includes(text.slice(classPrefix.length)),
      )
      .map((reference) => ({
        message: 'unknown' as const,
        data: { class: quote(reference.text) },
        expected: 'a class of the standard, or a URI of its own',
        observed: quote(reference.text),
        where: locate('request', reference.element, document),
      }));
    const onlyPasswords = classRefs.every(
      ({ text }) => text.startsWith(classPrefix) && passwordClasses.includes(text.slice(classPrefix.length)),
    );
    if (comparison !== 'exact' || !onlyPasswords) return unknown;
    const classes = quoteAll(classRefs.map(({ text }) => text));
    const where = locate('request', element, document);
    return [
      {
        message: 'password',
        data: { classes },
        expected: 'a class that a phone gives',
        observed: classes,
        where,
      },
    ];
  },
});
