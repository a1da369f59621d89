import { defineCheck } from '../../model/check.ts';
import { fault, isJson, parseObject, show } from './_oidc.ts';
import { cognito, discovery, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/discovery-document',
  title: {
    holds: 'The provider publishes a discovery document that can be read',
    fails: 'The provider’s discovery document cannot be read',
  },
  why: 'The pool learns the provider’s endpoints from it; without it nobody can sign in.',
  fix: providerFix(
    'OpenID Connect → Discovery',
    'Publish the document as application/json, or type the endpoints into the pool.',
  ),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    discovery('4.2', 'The document is JSON, answered with 200 and application/json.'),
    cognito(
      'cognito-user-pools-oidc-idp',
      'The pool reads the document below the issuer, or is given the endpoints by hand.',
    ),
  ],
  messages: {
    status: '{url} is answered with {observed}.',
    type: '{url} is {observed}; a page is not a discovery document.',
    json: '{url} holds no JSON object.',
  },
  applies: ({ oidc }) => oidc.provider.discovery !== undefined || 'The endpoints were typed by hand.',
  run: ({ oidc }) => {
    const document = oidc.provider.discovery;
    if (document === undefined) return [];
    const { url, status, contentType, body } = document;
    const path = '/provider/discovery';
    if (status !== 200) return [fault('status', '200', String(status), `${path}/status`, { url })];
    if (!isJson(document))
      return [fault('type', 'application/json', show(contentType), `${path}/contentType`, { url })];
    if (parseObject(body) !== undefined) return [];
    return [fault('json', 'a JSON object', 'something else', `${path}/body`, { url })];
  },
});
