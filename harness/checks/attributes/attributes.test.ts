import nameInOtherCase from '../../mutations/attributes/name-in-other-case.ts';
import nameNoUri from '../../mutations/attributes/name-no-uri.ts';
import notAgreed from '../../mutations/attributes/not-agreed.ts';
import oneMissing from '../../mutations/attributes/one-missing.ts';
import oneTwice from '../../mutations/attributes/one-twice.ts';
import typePrefixUndeclared from '../../mutations/attributes/type-prefix-undeclared.ts';
import valueEmpty from '../../mutations/attributes/value-empty.ts';
import valueIsMapping from '../../mutations/attributes/value-is-mapping.ts';
import valueMisread from '../../mutations/attributes/value-misread.ts';
import valueNull from '../../mutations/attributes/value-null.ts';
import valueOfOtherPerson from '../../mutations/attributes/value-of-other-person.ts';
import valueTwice from '../../mutations/attributes/value-twice.ts';
import valueWithElements from '../../mutations/attributes/value-with-elements.ts';
import {
  elementText,
  insertAfter,
  insertInto,
  removeAttribute,
  removeElement,
  setAttribute,
  setText,
} from '../../mutations/kit/edit.ts';
import { changed, changedAll, checkTester } from '../check-tester.ts';
import encoding from './encoding.ts';
import nameForm from './name-form.ts';
import nestedXml from './nested-xml.ts';
import released from './released.ts';
import repeated from './repeated.ts';
import required from './required.ts';
import singleValued from './single-valued.ts';
import value from './value.ts';
import valueAbsent from './value-absent.ts';
import valuePlaceholder from './value-placeholder.ts';
import valueType from './value-type.ts';

const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });
const first = 'Attribute[Name=first_name]';
const firstName = (text: string) => response((xml) => setText(xml, `${first}/AttributeValue`, text));
const inDirectory = (text: string) =>
  changedAll(
    firstName(text),
    changed({
      on: 'setup',
      apply: (setup) => ({
        ...setup,
        attributes: (setup.attributes ?? []).map((one) =>
          one.name === 'first_name' ? { ...one, value: text } : one,
        ),
      }),
    }),
  );
const noAttributes = response((xml) => removeElement(xml, 'AttributeStatement'));
const nothingAgreed = changed({ on: 'setup', apply: (setup) => ({ ...setup, attributes: [] }) });
const severalStatements = response((xml) =>
  insertAfter(
    removeElement(xml, first),
    'AttributeStatement',
    `<saml:AttributeStatement>${elementText(xml, first).replace(' xsi:type="xs:string"', '')}</saml:AttributeStatement>`,
  ),
);
const list = '/samlp:Response/saml:Assertion[1]/saml:AttributeStatement[1]';
const path = `${list}/saml:Attribute[2]`;

checkTester(required, {
  passes: [
    { name: 'the attributes stand in several statements', given: severalStatements },
    {
      name: 'an attribute has no NameFormat',
      given: response((xml) => removeAttribute(xml, first, 'NameFormat')),
    },
  ],
  fails: [
    { given: oneMissing, message: 'absent' },
    { given: nameInOtherCase, message: 'case', where: { path } },
    {
      name: 'the name is only the friendly one',
      given: response((xml) =>
        setAttribute(
          setAttribute(xml, first, 'FriendlyName', 'first_name'),
          first,
          'Name',
          'urn:oid:2.5.4.42',
        ),
      ),
      message: 'friendly',
    },
    { name: 'there are no attributes at all', given: noAttributes, message: 'absent' },
  ],
  notApplicable: [nothingAgreed],
});

checkTester(repeated, {
  passes: [
    { name: 'the attributes stand in several statements', given: severalStatements },
    {
      name: 'the same name stands in another NameFormat',
      given: response((xml) =>
        insertInto(
          xml,
          'AttributeStatement',
          '<saml:Attribute Name="first_name"><saml:AttributeValue>Alice</saml:AttributeValue></saml:Attribute>',
        ),
      ),
    },
  ],
  fails: [
    { given: oneTwice, message: 'again', where: { path: `${list}/saml:Attribute[3]/@Name` } },
    {
      name: 'the names differ in case',
      given: response((xml) =>
        setAttribute(insertAfter(xml, first, elementText(xml, first)), 'Attribute[3]', 'Name', 'FIRST_NAME'),
      ),
      message: 'again',
    },
  ],
  notApplicable: [noAttributes],
});

checkTester(valueAbsent, {
  passes: [{ name: 'the value is XML', given: valueWithElements }],
  fails: [
    { given: valueEmpty, message: 'empty', where: { path: `${path}/saml:AttributeValue[1]` } },
    {
      name: 'there is no value',
      given: response((xml) => removeElement(xml, `${first}/AttributeValue`)),
      message: 'empty',
      where: { path },
    },
    { name: 'the value is white space', given: firstName('  '), message: 'empty' },
  ],
  notApplicable: [noAttributes],
});

checkTester(valuePlaceholder, {
  passes: [
    { name: 'somebody is called Null', given: firstName('Null') },
    { name: 'the directory has that very value', given: inDirectory('null') },
    { name: 'the value is an address', given: firstName('user.first@example.com') },
  ],
  fails: [
    { given: valueIsMapping, message: 'literal', where: { path: `${path}/saml:AttributeValue[1]` } },
    { given: valueNull, message: 'literal' },
    { name: 'a template is left over', given: firstName('$' + '{user.firstName}'), message: 'literal' },
    { name: 'an object was printed', given: firstName('[object Object]'), message: 'literal' },
  ],
  notApplicable: [noAttributes],
});

checkTester(value, {
  passes: [
    { name: 'the value has letters beyond ASCII', given: inDirectory('Zoë 李 𝒜') },
    { name: 'the value is empty, which another check tells', given: valueEmpty },
    { name: 'the value is the mapping, which another check tells', given: valueIsMapping },
  ],
  fails: [
    { given: valueOfOtherPerson, message: 'other', where: { path: `${path}/saml:AttributeValue[1]` } },
    { name: 'the case differs', given: firstName('ALICE'), message: 'other' },
    { name: 'the accents are composed otherwise', given: firstName('Alice\u0301'), message: 'other' },
  ],
  notApplicable: [nothingAgreed],
});

checkTester(singleValued, {
  passes: [
    {
      name: 'an attribute that nobody agreed on has several values',
      given: response((xml) =>
        insertInto(
          xml,
          'AttributeStatement',
          '<saml:Attribute Name="groups"><saml:AttributeValue>a</saml:AttributeValue><saml:AttributeValue>b</saml:AttributeValue></saml:Attribute>',
        ),
      ),
    },
  ],
  fails: [{ given: valueTwice, message: 'several', where: { path: `${path}/saml:AttributeValue[2]` } }],
  notApplicable: [nothingAgreed],
});

checkTester(released, {
  passes: [
    { name: 'the name is in the wrong case, which another check tells', given: nameInOtherCase },
    {
      name: "the attribute is one of AWS's own",
      given: response((xml) =>
        setAttribute(
          insertAfter(xml, first, elementText(xml, first)),
          'Attribute[3]',
          'Name',
          'https://aws.amazon.com/SAML/Attributes/AccessControl:CostCenter',
        ),
      ),
    },
    { name: 'the profile also agrees on it', given: notAgreed, options: { alsoAgreed: ['mobile'] } },
  ],
  fails: [{ given: notAgreed, message: 'extra', where: { path: `${list}/saml:Attribute[4]` } }],
  notApplicable: [nothingAgreed],
});

checkTester(nameForm, {
  passes: [
    {
      name: 'a URI is named as URI',
      given: response((xml) =>
        setAttribute(
          setAttribute(xml, first, 'NameFormat', 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri'),
          first,
          'Name',
          'urn:oid:2.5.4.42',
        ),
      ),
    },
    {
      name: 'the NameFormat is of somebody else',
      given: response((xml) => setAttribute(xml, first, 'NameFormat', 'urn:example:format')),
    },
    { name: 'there is no NameFormat', given: response((xml) => removeAttribute(xml, first, 'NameFormat')) },
  ],
  fails: [
    { given: nameNoUri, message: 'other', where: { path: `${path}/@Name` } },
    {
      name: 'a basic name has a space',
      given: response((xml) => setAttribute(xml, first, 'Name', 'First Name')),
      message: 'other',
    },
  ],
  notApplicable: [noAttributes],
});

checkTester(encoding, {
  passes: [
    { name: 'letters beyond ASCII are whole', given: firstName('Zoë Ñandú Ångström Âme São') },
    { name: 'the directory itself has the value', given: inDirectory('JosÃ©') },
  ],
  fails: [
    { given: valueMisread, message: 'damaged', where: { path: `${path}/saml:AttributeValue[1]` } },
    { name: 'a letter was replaced', given: firstName('Jos\ufffd'), message: 'damaged' },
    { name: 'an apostrophe was misread', given: firstName('Oâ€™Neil'), message: 'damaged' },
  ],
  notApplicable: [noAttributes],
});

checkTester(nestedXml, {
  passes: [{ name: 'markup is escaped', given: firstName('<b>Alice</b>') }],
  fails: [{ given: valueWithElements, message: 'nested', where: { path: `${path}/saml:AttributeValue[1]` } }],
  notApplicable: [noAttributes],
});

const typed = (type: string) =>
  response((xml) => setAttribute(xml, `${first}/AttributeValue`, 'xsi:type', type));

checkTester(valueType, {
  passes: [
    { name: 'the type is another than string', given: typed('xs:anyURI') },
    {
      name: 'the prefix is declared on the value itself',
      given: response((xml) =>
        setAttribute(
          setAttribute(xml, `${first}/AttributeValue`, 'xsi:type', 'schema:string'),
          `${first}/AttributeValue`,
          'xmlns:schema',
          'http://www.w3.org/2001/XMLSchema',
        ),
      ),
    },
  ],
  fails: [
    {
      given: typePrefixUndeclared,
      message: 'unbound',
      where: { path: `${path}/saml:AttributeValue[1]/@xsi:type` },
    },
  ],
  notApplicable: [
    noAttributes,
    { name: 'no value has a type', given: response((xml) => xml.replaceAll(' xsi:type="xs:string"', '')) },
  ],
});
