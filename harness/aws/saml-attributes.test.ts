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

  // Every row of the guide's tables, as AWS prints it: the name, the key, and whether it is a list.
  const printed: readonly (readonly [string, string, boolean])[] = [
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.1', 'eduPersonAffiliation', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.2', 'eduPersonNickname', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.3', 'eduPersonOrgDN', false],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.4', 'eduPersonOrgUnitDN', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.5', 'eduPersonPrimaryAffiliation', false],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.6', 'eduPersonPrincipalName', false],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.7', 'eduPersonEntitlement', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.8', 'eduPersonPrimaryOrgUnitDN', false],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.9', 'eduPersonScopedAffiliation', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.10', 'eduPersonTargetedID', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.1.1.11', 'eduPersonAssurance', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.2.1.2', 'eduOrgHomePageURI', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.2.1.3', 'eduOrgIdentityAuthNPolicyURI', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.2.1.4', 'eduOrgLegalName', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.2.1.5', 'eduOrgSuperiorURI', true],
    ['urn:oid:1.3.6.1.4.1.5923.1.2.1.6', 'eduOrgWhitePagesURI', true],
    ['urn:oid:2.5.4.3', 'cn', true],
    ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name', 'name', false],
    ['http://schemas.xmlsoap.org/claims/CommonName', 'commonName', false],
    ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname', 'givenName', false],
    ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname', 'surname', false],
    ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', 'mail', false],
    ['http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid', 'uid', false],
    ['2.5.4.3', 'commonName', false],
    ['2.5.4.4', 'surname', false],
    ['2.4.5.42', 'givenName', false],
    ['2.5.4.45', 'x500UniqueIdentifier', false],
    ['0.9.2342.19200300100.1.1', 'uid', false],
    ['0.9.2342.19200300100.1.3', 'mail', false],
    ['0.9.2342.19200300.100.1.45', 'organizationStatus', false],
  ];

  it.each(printed)('%s is %s, a list: %s', (name, key, list) => {
    expect(conditionKeyOf(name)).toBe(key);
    expect(attributeMappings.find((mapping) => mapping.names.includes(name))?.list).toBe(list);
  });

  it('have no name twice, and no name beside those printed but registered spellings of the same OIDs', () => {
    const names = attributeMappings.flatMap((mapping) => mapping.names);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !printed.some(([known]) => known === name)).sort()).toEqual([
      '0.9.2342.19200300.100.1.1',
      '0.9.2342.19200300.100.1.3',
      '0.9.2342.19200300100.1.45',
      '2.5.4.42',
    ]);
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
