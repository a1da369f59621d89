import { describe, expect, it } from 'vitest';
import type { PortalRecord, Setup } from '../model/records.ts';
import { applicationOf, homeOf, type SamlApplication } from './mapping-expressions-records.ts';

const application: SamlApplication = {
  displayName: 'Kpow-UAT-1',
  acsUrl: 'https://kpow.example.com/saml',
  audience: 'urn:example:kpow',
  startUrl: '',
  relayState: '',
  sessionMs: 3_600_000,
  mappings: [{ name: 'Subject', value: 'x', format: 'unspecified' }],
  assigned: true,
  groups: [{ name: 'users', sent: 'g' }],
  own: { rolesAttribute: 'Roles' },
};
// Evidence comes from disk, and may be of any shape.
const setupWith = (value: unknown) => ({ application: value }) as Setup;
const portalWith = (value: object) =>
  ({ userName: 'a', accounts: [], url: 'https://a.example', ...value }) as PortalRecord;

describe('applicationOf', () => {
  it('gives the application of a setup, with or without what it was given itself', () => {
    expect(applicationOf(setupWith(application))).toBe(application);
    const own = { rolesAttribute: 'Roles', acsUrl: 'a', audience: 'b', knownRoles: ['c'], sessionMs: 1 };
    expect(applicationOf(setupWith({ ...application, own }))?.own).toBe(own);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'Kpow'],
    ['null', null],
    ['no name', { ...application, displayName: undefined }],
    ['a duration as text', { ...application, sessionMs: '1' }],
    ['no word on assignment', { ...application, assigned: undefined }],
    ['mappings that are no list', { ...application, mappings: {} }],
    ['a mapping without a value', { ...application, mappings: [{ name: 'a', format: 'basic' }] }],
    ['a group without a value', { ...application, groups: [{ name: 'a' }] }],
    ['nothing of its own', { ...application, own: undefined }],
    ['no attribute of roles', { ...application, own: {} }],
    ['roles that are no texts', { ...application, own: { rolesAttribute: 'R', knownRoles: [1] } }],
    ['an address that is no text', { ...application, own: { rolesAttribute: 'R', acsUrl: 1 } }],
    ['a session that is no number', { ...application, own: { rolesAttribute: 'R', sessionMs: '1' } }],
  ])('takes %s for none', (_what, value) => {
    expect(applicationOf(setupWith(value))).toBeUndefined();
  });
});

describe('homeOf', () => {
  it('gives what an application shows beyond other portals, and leaves other shapes out', () => {
    const later = { wanted: ['a'], shown: ['a', 'b'] };
    expect(homeOf(portalWith({ sessionEnd: '2026-01-01T00:00:00Z', later }))).toEqual({
      sessionEnd: '2026-01-01T00:00:00Z',
      later,
    });
    for (const value of [
      {},
      { sessionEnd: 7, later: 'x' },
      { later: { wanted: ['a'] } },
      { later: { wanted: [1], shown: [] } },
    ])
      expect(homeOf(portalWith(value))).toEqual({});
  });
});
