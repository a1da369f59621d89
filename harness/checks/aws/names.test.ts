import { attributeName, attributePrefix } from '../../aws/saml-attributes.ts';
import { addAttribute, named, rename } from '../../mutations/aws/_message.ts';
import { removeAttribute, setAttribute } from '../../mutations/kit/edit.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { checkTester, genuine } from '../check-tester.ts';
import { account, broken, noAttributes, response } from './_login.test-helper.ts';
import accessControlAttributes from './access-control-attributes.ts';
import attributeFriendlyName from './attribute-friendly-name.ts';
import attributeNameCheck from './attribute-name.ts';
import attributeNameFormat from './attribute-name-format.ts';
import attributePartition from './attribute-partition.ts';
import attributeUnknown from './attribute-unknown.ts';
import conditionKeyOnce from './condition-key-once.ts';

const called = (name: string) => response((xml) => rename(xml, 'sourceIdentity', name));
const added = (name: string, format?: string) => response((xml) => addAttribute(xml, name, ['x'], format));
const asSent = { name: 'it is as the identity provider sends it', given: genuine };
const foreign = { name: 'an attribute of another kind is there', given: added('urn:oid:2.5.4.4') };

checkTester(attributeNameCheck, {
  passes: [
    asSent,
    foreign,
    {
      name: 'it is one AWS does not know, which another check tells',
      given: broken('attribute-without-meaning'),
    },
  ],
  fails: [
    { given: broken('role-name-in-lower-case'), message: 'nearly' },
    { given: broken('session-name-named-by-http'), message: 'nearly' },
    { name: 'a space follows', given: called(`${attributeName('sourceIdentity')} `), message: 'nearly' },
    {
      name: 'the host is another',
      given: called('https://signin.aws.amazon.com/SAML/Attributes/SourceIdentity'),
      message: 'nearly',
    },
    {
      name: 'a tag is in lower case',
      given: called(`${attributePrefix}principaltag:Team`),
      message: 'nearly',
    },
    {
      name: 'the path is in lower case',
      given: called('https://aws.amazon.com/saml/attributes/SourceIdentity'),
      message: 'nearly',
    },
  ],
  notApplicable: [noAttributes],
});
checkTester(attributeFriendlyName, {
  passes: [
    asSent,
    {
      name: 'both names are there',
      given: response((xml) =>
        setAttribute(xml, named(attributeName('role')), 'FriendlyName', 'RoleEntitlement'),
      ),
    },
  ],
  fails: [
    { given: broken('source-identity-as-friendly-name'), message: 'friendly' },
    {
      name: 'the friendly name is the short one',
      given: response((xml) =>
        setAttribute(
          rename(xml, 'sourceIdentity', 'urn:example:x'),
          named('urn:example:x'),
          'FriendlyName',
          'SourceIdentity',
        ),
      ),
      message: 'friendly',
    },
  ],
  notApplicable: [noAttributes],
});
checkTester(attributeUnknown, {
  passes: [
    asSent,
    foreign,
    {
      name: 'it is one of Identity Center, which another check tells',
      given: broken('attribute-of-identity-center'),
    },
  ],
  fails: [
    { given: broken('attribute-without-meaning'), message: 'unknown' },
    { name: 'it is spelt otherwise', given: added(`${attributePrefix}Roles`), message: 'unknown' },
  ],
  notApplicable: [noAttributes],
});
checkTester(accessControlAttributes, {
  passes: [asSent, foreign],
  fails: [{ given: broken('attribute-of-identity-center'), message: 'other' }],
  notApplicable: [noAttributes],
});
checkTester(attributePartition, {
  passes: [
    asSent,
    {
      name: 'the account is in China, where both are known',
      given: account((record) => ({ ...record, partition: 'aws-cn' })),
    },
  ],
  fails: [{ given: broken('attribute-named-as-in-china'), message: 'other' }],
  notApplicable: [noAttributes],
});
checkTester(attributeNameFormat, {
  passes: [
    asSent,
    {
      name: 'there is none',
      given: response((xml) => removeAttribute(xml, named(attributeName('role')), 'NameFormat')),
    },
    {
      name: 'it is basic',
      given: response((xml) => setAttribute(xml, named(attributeName('role')), 'NameFormat', ATTRNAME.basic)),
    },
    {
      name: 'an attribute of another kind has a format of its own',
      given: added('employee', 'urn:example:format'),
    },
  ],
  fails: [{ given: broken('attribute-name-format-unknown'), message: 'other' }],
  notApplicable: [noAttributes],
});
checkTester(conditionKeyOnce, {
  passes: [
    asSent,
    foreign,
    {
      name: 'one attribute has two values',
      given: response((xml) => addAttribute(xml, 'urn:oid:1.3.6.1.4.1.5923.1.1.1.1', ['staff', 'member'])),
    },
  ],
  fails: [{ given: broken('condition-key-twice'), message: 'twice' }],
  notApplicable: [noAttributes],
});
