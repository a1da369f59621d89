import { defineCheck } from '../../model/check.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { attributesOf, hasAttributes } from './_attributes.ts';

const uri = /^[A-Za-z][A-Za-z\d+.-]*:\S+$/;
const xmlName = /^[\p{L}_:][\p{L}\p{N}\p{M}._:-]*$/u;

export default defineCheck({
  id: 'attributes/name-form',
  title: {
    holds: 'Attribute names are written as their NameFormat says',
    fails: 'An attribute name is not written as its NameFormat says',
  },
  why: 'Strict service providers pass over an attribute whose name is not of the form that it announces.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping → name format',
    change: 'Choose the format URI for names that are URIs, basic for simple names.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '8.2.2',
      says: 'By the name format "uri", the name is a URI reference.',
    },
    {
      document: 'saml-core',
      section: '8.2.3',
      says: 'By the name format "basic", the name is of the type xs:Name.',
    },
  ],
  messages: {
    other: 'The attribute {name} has the NameFormat {format}, which asks for another form of name.',
  },
  applies: hasAttributes,
  run: ({ response }) =>
    attributesOf(response)
      .filter(({ name = '', nameFormat }) => {
        if (nameFormat === ATTRNAME.uri) return !uri.test(name);
        return nameFormat === ATTRNAME.basic && !xmlName.test(name);
      })
      .map(({ element, name = '', nameFormat = '' }) => ({
        message: 'other',
        data: { name: quote(name), format: nameFormat },
        expected: nameFormat === ATTRNAME.uri ? 'a URI' : 'an XML name',
        observed: quote(name),
        where: at(response, element, 'Name'),
      })),
});
