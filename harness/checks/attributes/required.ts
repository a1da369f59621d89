import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { attributesOf, hasAgreement } from './_attributes.ts';

export default defineCheck({
  id: 'attributes/required',
  title: {
    holds: 'Every agreed attribute is there, by its exact name',
    fails: 'An agreed attribute is not there by its exact name',
  },
  why: 'The service provider looks attributes up by name, case and all; one that it does not find leaves the profile empty or refuses the login.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change: 'Add the claim under exactly the name that the service provider reads.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    {
      document: 'saml-errata',
      section: 'E49',
      says: 'NameFormat and Name together name an attribute; neither does so alone.',
    },
    {
      document: 'saml-core',
      section: '2.7.3.1',
      says: 'FriendlyName is for people, and is not to be used to identify an attribute.',
    },
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'The mapping table names the attributes that are sent.',
    },
  ],
  messages: {
    absent: 'There is no attribute {name} (from {source}); sent are {names}.',
    case: 'There is no attribute {name} (from {source}), but {other}, which differs in upper and lower case.',
    friendly: 'The attribute with the FriendlyName {name} (from {source}) has the Name {other}.',
  },
  applies: hasAgreement,
  run: ({ response, setup }) => {
    const sent = attributesOf(response);
    const names = quoteAll(sent.map((attribute) => attribute.name ?? ''));
    return (setup.attributes ?? [])
      .filter(({ name }) => !sent.some((attribute) => attribute.name === name))
      .map(({ name, source }) => {
        const alike = sent.find((attribute) => attribute.name?.toLowerCase() === name.toLowerCase());
        const friendly = sent.find(({ friendlyName }) => friendlyName === name);
        const other = alike ?? friendly;
        const element = other?.element ?? response.assertions[0]?.element;
        return {
          message: alike ? 'case' : friendly ? 'friendly' : 'absent',
          data: { name: quote(name), source, names, other: quote(other?.name ?? '') },
          expected: `${quote(name)}, from ${source}`,
          observed: other === undefined ? names : quote(other.name ?? ''),
          ...(element === undefined ? {} : { where: at(response, element) }),
        };
      });
  },
});
