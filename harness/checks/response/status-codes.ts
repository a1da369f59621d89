import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quote } from '../metadata/_show.ts';
import { isResponse } from './_response.ts';

const prefix = 'urn:oasis:names:tc:SAML:2.0:status:';
const topLevel = ['Success', 'Requester', 'Responder', 'VersionMismatch'];
const secondLevel = [
  'AuthnFailed',
  'InvalidAttrNameOrValue',
  'InvalidNameIDPolicy',
  'NoAuthnContext',
  'NoAvailableIDP',
  'NoPassive',
  'NoSupportedIDP',
  'PartialLogout',
  'ProxyCountExceeded',
  'RequestDenied',
  'RequestUnsupported',
  'RequestVersionDeprecated',
  'RequestVersionTooHigh',
  'RequestVersionTooLow',
  'ResourceNotRecognized',
  'TooManyResponses',
  'UnknownAttrProfile',
  'UnknownPrincipal',
  'UnsupportedBinding',
];

export default defineCheck({
  id: 'response/status-codes',
  title: {
    holds: 'The status codes of the Response are those of the standard, each on its level',
    fails: 'A status code of the Response is unknown, or on the wrong level',
  },
  why: 'The service provider cannot tell a refusal from a fault, and shows the person the wrong advice.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor of the identity provider: settings do not cause it.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2.2',
      says: 'The outer code is one of four; the others stand inside it, where own URIs may be used too.',
    },
  ],
  messages: {
    top: 'The top-level status code is {code}, which is none of the four of the standard.',
    second: 'The second-level status code is {code}, which the standard does not have on this level.',
  },
  applies: ({ response }) =>
    isResponse(response) === true && response.status?.code !== undefined
      ? true
      : 'The Response has no status code.',
  run: ({ response: { document, status } }) => {
    if (status?.code === undefined) return [];
    const where = locate('response', status.element, document);
    const fault = (message: 'top' | 'second', code: string, allowed: readonly string[]) => {
      const observed = quote(code);
      return { message, data: { code: observed }, expected: `one of ${allowed.join(', ')}`, observed, where };
    };
    const { code, subCode } = status;
    const faults = topLevel.some((name) => code === prefix + name) ? [] : [fault('top', code, topLevel)];
    const known = secondLevel.some((name) => subCode === prefix + name);
    // URIs outside SAML's own names are free for second-level codes.
    if (subCode?.startsWith('urn:oasis:names:tc:SAML:') && !known)
      faults.push(fault('second', subCode, secondLevel));
    return faults;
  },
});
