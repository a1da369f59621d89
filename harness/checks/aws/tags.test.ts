import { attributeName } from '../../aws/saml-attributes.ts';
import { addTag, setTagValues } from '../../mutations/aws/_message.ts';
import { checkTester, genuine } from '../check-tester.ts';
import { broken, noAttributes, onlyAttribute, response, values } from './_login.test-helper.ts';
import tagCharacters from './tag-characters.ts';
import tagCount from './tag-count.ts';
import tagKeyLength from './tag-key-length.ts';
import tagSingle from './tag-single.ts';
import tagUnique from './tag-unique.ts';
import tagValueLength from './tag-value-length.ts';
import transitiveTags from './transitive-tags.ts';

const tag = (key: string, ...texts: readonly string[]) => response((xml) => addTag(xml, key, texts));
const department = (...texts: readonly string[]) =>
  response((xml) => setTagValues(xml, attributeName('principalTag', 'Department'), ...texts));
const none = { name: 'there is no tag', given: onlyAttribute(attributeName('sessionDuration'), '3600') };

checkTester(tagCount, {
  passes: [
    {
      name: 'there are exactly fifty',
      given: response((xml) =>
        Array.from({ length: 48 }, (_, index) => `Extra${index}`).reduce(
          (text, key) => addTag(text, key, ['x']),
          xml,
        ),
      ),
    },
  ],
  fails: [{ given: broken('fifty-one-tags'), message: 'many' }],
  notApplicable: [none, noAttributes],
});
checkTester(tagKeyLength, {
  passes: [
    { name: 'it has 128 characters', given: tag('k'.repeat(128), 'x') },
    { name: 'it has 128 characters beyond the basic plane', given: tag('𝒌'.repeat(128), 'x') },
  ],
  fails: [
    { given: broken('tag-key-too-long'), message: 'length' },
    { given: broken('tag-without-key'), message: 'length' },
  ],
  notApplicable: [none],
});
checkTester(tagValueLength, {
  passes: [
    { name: 'it has 256 characters', given: department('x'.repeat(256)) },
    { name: 'it is empty', given: department('') },
  ],
  fails: [{ given: broken('tag-value-too-long'), message: 'length' }],
  notApplicable: [none],
});
checkTester(tagCharacters, {
  passes: [
    { name: 'letters of other scripts are used', given: department('開発 Größe_1.2:3/4=5+6-7@8') },
    { name: 'the key has other letters', given: tag('Abteilung-Größe', 'x') },
  ],
  fails: [
    { given: broken('tag-with-ampersand'), message: 'value' },
    { given: broken('tag-key-with-bracket'), message: 'key' },
    { name: 'the value has a comma', given: department('a,b'), message: 'value' },
    { name: 'the value has a line break', given: department('a\nb'), message: 'value' },
  ],
  notApplicable: [none],
});
checkTester(tagUnique, {
  passes: [{ name: 'keys begin alike', given: tag('DepartmentHead', 'x') }],
  fails: [
    { given: broken('tag-again-in-other-case'), message: 'twice' },
    { name: 'the same key is there twice', given: tag('Department', 'x'), message: 'twice' },
  ],
  notApplicable: [none],
});
checkTester(tagSingle, {
  passes: [{ name: 'the one value is empty', given: department('') }],
  fails: [
    { given: broken('tag-with-two-values'), message: 'count' },
    { name: 'there is no value', given: department(), message: 'count' },
  ],
  notApplicable: [none],
});
checkTester(transitiveTags, {
  passes: [
    { name: 'several are named', given: values('transitiveTagKeys', 'Department', 'CostCenter') },
    { name: 'the case is another, as keys have none', given: values('transitiveTagKeys', 'department') },
    { name: 'it is as sent', given: genuine },
  ],
  fails: [
    { given: broken('transitive-tag-missing'), message: 'unknown' },
    {
      name: 'the prefix stands before the key',
      given: values('transitiveTagKeys', 'PrincipalTag:Department'),
      message: 'unknown',
    },
    {
      name: 'two keys stand in one value',
      given: values('transitiveTagKeys', 'Department,CostCenter'),
      message: 'unknown',
    },
  ],
  notApplicable: [none],
});
