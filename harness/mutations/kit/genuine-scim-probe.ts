import type { ScimClaim, ScimProbeCall, ScimProbeRecord } from '../../model/scim-records.ts';
import { recordArtifact } from './artifact.ts';
import { type GenuineLogin, type GenuineOptions, makeGenuineLogin } from './genuine.ts';

const baseUrl = 'https://scim.us-east-1.amazonaws.com/c94e05a8-0bc4-46a1-9f7f-7b1a2f7d2c11/scim/v2/';
const target = '/Users/a408d4e8-0001-7000-8000-000000000001';
const person = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: 'countersign-1a2b3c4d-1@example.com',
  displayName: 'Probe',
  name: { givenName: 'Probe', familyName: 'countersign-1a2b3c4d-1' },
};
const there = { id: 'a408d4e8-0001-7000-8000-000000000001', meta: { resourceType: 'User' }, ...person };
const refusal = {
  schema: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  detail: 'Refused to create a new, duplicate resource.',
  status: '409',
};

function call(
  method: string,
  path: string,
  status: number,
  bodies: { readonly sent?: unknown; readonly answered?: unknown } = {},
): ScimProbeCall {
  const { sent, answered } = bodies;
  return {
    method,
    target: path,
    token: 'valid',
    ...(sent === undefined ? {} : { contentType: 'application/scim+json', body: JSON.stringify(sent) }),
    status,
    headers: [{ name: 'content-type', value: 'application/json' }],
    ...(answered === undefined ? {} : { answer: JSON.stringify(answered) }),
  };
}

function status(at: number, value: string, source: string) {
  const claim: ScimClaim = { source, expected: value, holds: true };
  return { what: 'The status', call: at, observed: value, rfc: claim, identityCenter: claim };
}

/** Somebody is made, read, refused a second time, and removed. */
function buildProbe(): ScimProbeRecord {
  return {
    baseUrl,
    calls: [
      call('POST', '/Users', 201, { sent: person, answered: there }),
      call('GET', target, 200, { answered: there }),
      call('POST', '/Users', 409, { sent: person, answered: refusal }),
      call('DELETE', target, 204),
    ],
    expectations: [
      status(0, '201', 'RFC 7644, 3.3'),
      status(1, '200', 'RFC 7644, 3.4.1'),
      status(2, '409', 'RFC 7644, 3.3'),
      status(3, '204', 'RFC 7644, 3.6'),
    ],
    left: [],
  };
}

/** Clean evidence of a SCIM service that was tried. It holds no login. */
export function makeGenuineScimProbe(options: Pick<GenuineOptions, 'now' | 'keys'>): GenuineLogin {
  const login = makeGenuineLogin({ ...options, initiatedBy: 'idp' });
  return {
    ...login,
    evidence: {
      schema: 'countersign/evidence/1',
      integration: 'scim-service',
      flow: 'scim-probe',
      targets: [
        {
          role: 'scim',
          mode: 'double',
          product: 'IAM Identity Center automatic provisioning',
          origins: [new URL(baseUrl).origin],
        },
      ],
      capturedAt: login.evidence.capturedAt,
      clockSkewMs: 0,
      artifacts: { 'scim-probe': recordArtifact(buildProbe()) },
      steps: [],
      screenshots: [],
      notes: [],
    },
  };
}
