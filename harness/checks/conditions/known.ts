import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { conditionsOf } from './_conditions.ts';

const known = ['OneTimeUse', 'ProxyRestriction'];

export default defineCheck({
  id: 'conditions/known',
  title: {
    holds: 'Every condition is one that the standard defines',
    fails: 'A condition is not one that the standard defines',
  },
  why: 'A service provider that does not understand a condition must not rely on the assertion, so the login is refused.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → conditions',
    change: 'Switch the extension off for this application.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.1',
      says: 'When a condition is not understood, the validity of the assertion is indeterminate, and it is rejected.',
    },
  ],
  messages: {
    unknown: 'Conditions contains {name} of the namespace {namespace}, which SAML does not define.',
  },
  applies: ({ response }) =>
    conditionsOf(response).some(({ others }) => others.length > 0) ||
    'No assertion has conditions beyond its audience.',
  run: ({ response }) =>
    conditionsOf(response)
      .flatMap(({ others }) => others)
      .filter(({ namespace, local }) => namespace !== NS.saml || !known.includes(local))
      .map((element) => ({
        message: 'unknown',
        data: { name: element.name, namespace: element.namespace },
        expected: 'AudienceRestriction, OneTimeUse, ProxyRestriction',
        observed: element.name,
        where: at(response, element),
      })),
});
