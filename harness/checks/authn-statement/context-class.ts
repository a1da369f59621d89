import { defineCheck, type Fault } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { childrenOf } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { classPrefix, standardClasses } from '../request/_context-classes.ts';
import { hasStatement, statementsOf } from './_statements.ts';

/** A class of the standard, or a URI that somebody else coined. */
const isClass = (uri: string) =>
  uri.startsWith(classPrefix)
    ? standardClasses.includes(uri.slice(classPrefix.length))
    : /^[A-Za-z][A-Za-z\d+.-]*:\S+$/.test(uri);

export default defineCheck({
  id: 'authn-statement/context-class',
  title: {
    holds: 'The authentication context is a class that exists',
    fails: 'The authentication context is absent, or no class that exists',
  },
  why: 'A service provider that asks for strong authentication cannot compare a class that nobody defines.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → authentication context',
    change: 'Choose a class by its full URI.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-authn-context',
      section: '3.4',
      says: 'The classes are named by the URIs listed there.',
    },
    {
      document: 'saml-core',
      section: '2.7.2.2',
      says: 'AuthnContext holds a class reference, or a declaration, or both; the class reference is a URI.',
    },
  ],
  messages: {
    absent: 'The AuthnContext names neither a class nor a declaration; a class is wanted.',
    unknown: 'The AuthnContextClassRef is {value}, which is none of the known classes.',
  },
  applies: hasStatement,
  run: ({ response }) =>
    statementsOf(response).flatMap(({ element, contextClassRefs }): Fault<'absent' | 'unknown'>[] => {
      const expected = 'the URI of an authentication context class';
      const parts = childrenOf(element, NS.saml, 'AuthnContext').flatMap((context) =>
        childrenOf(context, NS.saml),
      );
      const declared = parts.some(
        ({ local }) => local === 'AuthnContextDecl' || local === 'AuthnContextDeclRef',
      );
      if (contextClassRefs.length === 0 && !declared)
        return [{ message: 'absent', expected, observed: 'nothing', where: at(response, element) }];
      return contextClassRefs
        .filter(({ text }) => !isClass(text.trim()))
        .map((ref) => ({
          message: 'unknown',
          data: { value: quote(ref.text) },
          expected,
          observed: quote(ref.text),
          where: at(response, ref.element),
        }));
    }),
});
