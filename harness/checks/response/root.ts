import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { quote } from '../metadata/_show.ts';
import { isResponse } from './_response.ts';

export default defineCheck({
  id: 'response/root',
  title: {
    holds: 'What is posted to the service provider is a samlp:Response',
    fails: 'What is posted to the service provider is no samlp:Response',
  },
  why: 'The service provider refuses it; one that looks for an assertion anywhere in it can be deceived.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → protocol',
    change: 'Choose SAML 2.0 with the web browser single sign-on profile.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The identity provider answers with a Response message, or with an artifact for one.',
    },
    {
      document: 'saml-core',
      section: '3.3.3',
      says: 'The Response element of the protocol namespace carries the assertions.',
    },
  ],
  messages: { other: 'The root element is {name} in the namespace {namespace}; a samlp:Response is wanted.' },
  run: ({ response }) => {
    const { document, element } = response;
    if (element === undefined || isResponse(response) === true) return [];
    const data = { name: quote(element.local), namespace: quote(element.namespace) };
    const observed = `${data.name} in ${data.namespace}`;
    const where = locate('response', element, document);
    return [{ message: 'other', data, expected: `"Response" in "${NS.samlp}"`, observed, where }];
  },
});
