import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { attr, childrenOf, descendants } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasSignature, needs } from './_signatures.ts';

/** Elements of KeyInfo that say where a key is instead of holding it. */
const pointers = ['RetrievalMethod', 'KeyInfoReference'];

export default defineCheck({
  id: 'signature/key-addresses',
  title: {
    holds: 'KeyInfo leads to no address outside of the message',
    fails: 'KeyInfo leads to an address outside of the message',
  },
  why: 'A service provider that follows it fetches whatever the sender names, from inside its own network; others refuse the signature.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signing',
    change: 'Send the certificate itself, or no KeyInfo at all; look for whoever made this message.',
  },
  judges: 'idp',
  needs,
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 4.5.3',
      says: 'RetrievalMethod conveys a reference to key information that is stored at another location.',
    },
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet, Validate Signatures',
      says: 'The key comes from the identity provider and is kept; the KeyInfo of the message is passed over.',
    },
  ],
  messages: { outside: '{name} leads to {address}; a key is either in the message or known already.' },
  applies: hasSignature,
  run: ({ response }) =>
    response.signatures
      .flatMap(({ element }) => childrenOf(element, NS.ds, 'KeyInfo'))
      .flatMap((keyInfo) => [...descendants(keyInfo)])
      .filter(({ local }) => pointers.includes(local))
      .flatMap((element) => {
        const uri = attr(element, 'URI') ?? '';
        if (uri === '' || uri.startsWith('#')) return [];
        return {
          message: 'outside' as const,
          data: { name: element.local, address: quote(uri) },
          expected: 'the certificate, or nothing',
          observed: quote(uri),
          where: at(response, element, 'URI'),
        };
      }),
});
