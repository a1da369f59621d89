import { describe, expect, it } from 'vitest';
import { readClaims } from './claims.ts';
import { afterAttributePrefix, attributeMappings, attributeName, conditionKeyOf } from './saml-attributes.ts';

describe('condition keys', () => {
  it.each([
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.1', 'eduPersonAffiliation'],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.11', 'eduPersonAssurance'],
    ['urn:oid:1.3.6.1.4.1.5923.1.2.1.6', 'eduOrgWhitePagesURI'],
    ['urn:oid:2.5.4.3', 'cn'],
    ['2.5.4.3', 'commonName'],
    ['2.4.5.42', 'givenName'],
    ['2.5.4.42', 'givenName'],
    ['0.9.2342.19200300100.1.1', 'uid'],
    ['0.9.2342.19200300.100.1.1', 'uid'],
    ['0.9.2342.19200300.100.1.45', 'organizationStatus'],
    ['0.9.2342.19200300100.1.45', 'organizationStatus'],
    ['http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid', 'uid'],
    ['urn:oid:2.5.4.42', undefined],
    ['eduPersonAffiliation', undefined],
    ['URN:OID:2.5.4.3', undefined],
  ])('%s fills %s', (name, key) => {
    expect(conditionKeyOf(name)).toBe(key);
  });

  it('have no name twice, and all of eduPerson’s and eduOrg’s attributes', () => {
    const names = attributeMappings.flatMap((mapping) => mapping.names);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('urn:oid:1.3.6.1.4.1.5923.')).length).toBe(16);
  });
});

describe('AWS’s own attributes', () => {
  it('have a prefix that depends on the partition', () => {
    expect(attributeName('principalTag', 'Team')).toBe(
      'https://aws.amazon.com/SAML/Attributes/PrincipalTag:Team',
    );
    expect(afterAttributePrefix(attributeName('role'))).toBe('Role');
    expect(afterAttributePrefix('https://www.amazonaws.cn/SAML/Attributes/Role')).toBeUndefined();
    expect(afterAttributePrefix('https://www.amazonaws.cn/SAML/Attributes/Role', 'aws-cn')).toBe('Role');
  });

  it('are gathered by exact name, with their values as sent', () => {
    const claims = readClaims([
      { name: attributeName('roleSessionName'), values: [' ada '] },
      { name: attributeName('roleSessionName').toLowerCase(), values: ['x'] },
      { name: attributeName('principalTag', 'Team'), values: ['Blue', 'Green'] },
      { name: attributeName('principalTag'), values: [] },
      { name: 'Role', values: ['x'] },
    ]);
    expect(claims).toEqual({
      roles: [],
      pairsByRole: new Map(),
      roleRepeated: false,
      roleSessionNames: [' ada '],
      sessionDurations: [],
      sourceIdentities: [],
      transitiveTagKeys: [],
      tags: [
        { key: 'Team', values: ['Blue', 'Green'] },
        { key: '', values: [] },
      ],
    });
  });
});
