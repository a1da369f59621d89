// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import { describe, expect, it } from 'vitest';
import { isGroups, mappingExpressions, mappingNames, readMapping } from './mapping-expressions.ts';
import { mappingFormats, nameFormatOf, nameIdFormatOf } from './mapping-expressions-formats.ts';

/** The tables of the user guide's page on attribute mappings, as they stand there, and the one that guides rely on. */
const documented = [
  ...['AD_GUID', 'AD_SID', 'email', 'familyName', 'givenName', 'middleName', 'name'].map(user),
  ...['preferredUsername', 'subject', 'groups'].map(user),
  '${dir:email}',
  '${dir:displayname}',
  '${dir:distinguishedName}',
  '${dir:firstname}',
  '${dir:guid}',
  '${dir:initials}',
  '${dir:lastname}',
  '${dir:proxyAddresses}',
  '${dir:proxyAddresses:smtp}',
  '${dir:proxyAddresses:SMTP}',
  '${dir:windowsUpn}',
  '${path:userName}',
  '${path:name.familyName}',
  '${path:name.givenName}',
  '${path:displayName}',
  '${path:nickName}',
  '${path:emails[primary eq true].value}',
  '${path:addresses[type eq "work"].streetAddress}',
  '${path:addresses[type eq "work"].locality}',
  '${path:addresses[type eq "work"].region}',
  '${path:addresses[type eq "work"].postalCode}',
  '${path:addresses[type eq "work"].country}',
  '${path:addresses[type eq "work"].formatted}',
  '${path:phoneNumbers[type eq "work"].value}',
  '${path:userType}',
  '${path:title}',
  '${path:locale}',
  '${path:timezone}',
  '${path:enterprise.employeeNumber}',
  '${path:enterprise.costCenter}',
  '${path:enterprise.organization}',
  '${path:enterprise.division}',
  '${path:enterprise.department}',
  '${path:enterprise.manager.value}',
];

function user(name: string): string {
  return `\${user:${name}}`;
}

describe('readMapping', () => {
  it.each(documented)('reads %s', (text) => {
    const [, source, name] = /^\$\{(\w+):(.+)\}$/.exec(text) ?? [];
    expect(readMapping(text)).toEqual({ ok: true, parts: [{ kind: 'expression', source, name }] });
  });

  it('knows nothing beyond the documented list', () => {
    expect([...mappingExpressions].sort()).toEqual([...documented].sort());
    expect(Object.values(mappingNames).flat()).toHaveLength(documented.length);
  });

  it.each(documented)('refuses %s in other letters, and names it', (text) => {
    const swapped = text.replace(/[a-z]+(?=\}$|\.value\}$)/i, (word) =>
      word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase(),
    );
    const other = swapped === '${dir:proxyAddresses:SMTP}' || swapped === '${dir:proxyAddresses:smtp}';
    if (other) expect(readMapping(swapped).ok).toBe(true);
    else expect(readMapping(swapped)).toMatchObject({ ok: false, why: 'unknown', nearest: text });
  });

  it.each<[string, string, string | undefined]>([
    ['${user:group}', 'unknown', '${user:groups}'],
    ['${user:Groups}', 'unknown', '${user:groups}'],
    ['${users:groups}', 'unknown', '${user:groups}'],
    ['${user.email}', 'unknown', '${user:email}'],
    ['${email}', 'unknown', '${user:email}'],
    ['${user:mail}', 'unknown', '${user:email}'],
    ['${user: email}', 'unknown', '${user:email}'],
    ['${user:preferredUserName}', 'unknown', '${user:preferredUsername}'],
    ['${dir:windowsUPN}', 'unknown', '${dir:windowsUpn}'],
    ['${path:enterprise.departement}', 'unknown', '${path:enterprise.department}'],
    ['${user:shoeSizeInCentimetres}', 'unknown', undefined],
    ['${dir:}', 'empty', undefined],
    ['${}', 'empty', undefined],
    ['${user:email', 'unclosed', '${user:email}'],
    ['{user:email}', 'no-dollar', '${user:email}'],
    ['$(user:groups)', 'no-dollar', '${user:groups}'],
    ['$user:groups', 'no-dollar', '${user:groups}'],
    ['user:subject', 'no-dollar', '${user:subject}'],
  ])('does not know %s (%s): nearest is %s', (text, why, nearest) => {
    expect(readMapping(text)).toEqual({
      ok: false,
      found: text,
      why,
      ...(nearest === undefined ? {} : { nearest }),
    });
  });

  it('keeps text round expressions, and reports the first piece that is wrong', () => {
    expect(readMapping('DOMAIN\\${user:preferredUsername}')).toEqual({
      ok: true,
      parts: [
        { kind: 'text', text: 'DOMAIN\\' },
        { kind: 'expression', source: 'user', name: 'preferredUsername' },
      ],
    });
    expect(readMapping('${dir:lastname}${dir:firstname}')).toMatchObject({ ok: true, parts: { length: 2 } });
    expect(readMapping('kafka-admin')).toEqual({ ok: true, parts: [{ kind: 'text', text: 'kafka-admin' }] });
    expect(readMapping('')).toEqual({ ok: true, parts: [] });
    expect(readMapping('${user:email}-${user:grops}-${nothing')).toMatchObject({ found: '${user:grops}' });
  });

  it('tells groups from everything that only holds them', () => {
    expect(isGroups(readMapping('${user:groups}'))).toBe(true);
    for (const text of [
      'x${user:groups}',
      '${user:groups}${user:email}',
      '${user:email}',
      '${user:group}',
      '',
    ])
      expect(isGroups(readMapping(text)), text).toBe(false);
  });
});

describe('mapping formats', () => {
  it('give the formats of SAML, each where it means something', () => {
    expect(
      mappingFormats.map((format) => [format, short(nameIdFormatOf(format)), short(nameFormatOf(format))]),
    ).toEqual([
      ['unspecified', '1.1 unspecified', '2.0 unspecified'],
      ['basic', '1.1 unspecified', '2.0 basic'],
      ['uri', '1.1 unspecified', '2.0 uri'],
      ['emailAddress', '1.1 emailAddress', '2.0 unspecified'],
      ['persistent', '2.0 persistent', '2.0 unspecified'],
      ['transient', '2.0 transient', '2.0 unspecified'],
    ]);
  });
});

function short(urn: string): string {
  return urn.replace(/^.*SAML:(\d\.\d):.*:(\w+)$/, '$1 $2');
}
