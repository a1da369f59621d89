// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import type { MappingLine } from '../../aws/mapping-expressions-records.ts';
import { changed, checkTester, genuine } from '../check-tester.ts';
import { application, broken, unknownApplication } from './_login.test-helper.ts';
import mappingAgreed from './mapping-agreed.ts';
import mappingExpression from './mapping-expression.ts';
import subjectMapping from './subject-mapping.ts';

const line = (name: string, value: string): MappingLine => ({ name, value, format: 'unspecified' });
const adding = (name: string, value: string) =>
  application(({ mappings }) => ({ mappings: [...mappings, line(name, value)] }));
const subject = (value: string) =>
  application(({ mappings }) => ({
    mappings: mappings.map((one) => (one.name === 'Subject' ? { ...one, value } : one)),
  }));

checkTester(mappingExpression, {
  passes: [
    genuine,
    { name: 'an attribute is a constant', given: adding('Environment', 'UAT') },
    { name: 'expressions stand in a row', given: adding('Full', '${user:familyName}, ${user:givenName}') },
    { name: 'an attribute of the directory is mapped', given: adding('Upn', '${dir:windowsUpn}') },
  ],
  fails: [
    {
      given: broken('roles-mapping-misspelt'),
      message: 'unknown',
      where: { artifact: 'setup', path: '/application/mappings/1/value' },
    },
    { given: broken('roles-mapping-without-dollar'), message: 'no-dollar' },
    { name: 'a capital is wrong', given: adding('Mail', '${user:Email}'), message: 'unknown' },
    { name: 'a brace is open', given: adding('Mail', '${user:email'), message: 'unclosed' },
    { name: 'no name follows the source', given: adding('Mail', '${dir:}'), message: 'empty' },
  ],
  notApplicable: [unknownApplication],
});

checkTester(mappingAgreed, {
  passes: [genuine, { name: 'more is mapped than was agreed', given: adding('Environment', 'UAT') }],
  fails: [
    { given: broken('roles-mapping-missing'), message: 'missing', where: { path: '/application/mappings' } },
    { given: broken('roles-mapping-in-other-case'), message: 'case' },
    { given: broken('roles-mapping-of-other-attribute'), message: 'other' },
    { given: broken('roles-mapping-misspelt'), message: 'other' },
  ],
  notApplicable: [
    unknownApplication,
    {
      name: 'nothing was agreed',
      given: changed({ on: 'setup', apply: (record) => ({ ...record, attributes: [] }) }),
    },
  ],
});

checkTester(subjectMapping, {
  passes: [
    genuine,
    { name: 'it is the e-mail address', given: subject('${user:email}') },
    { name: 'text stands before an attribute', given: subject('CORP\\${user:preferredUsername}') },
    { name: 'it is misspelt, which is told elsewhere', given: subject('${user:emial}') },
  ],
  fails: [
    { given: broken('subject-not-mapped'), message: 'missing' },
    { given: broken('subject-mapped-to-text'), message: 'constant' },
    { given: broken('subject-mapped-to-groups'), message: 'groups' },
    { name: 'it is empty', given: subject(''), message: 'constant' },
  ],
  notApplicable: [unknownApplication],
});
