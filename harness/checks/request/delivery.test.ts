import { replaceText } from '../../mutations/kit/edit.ts';
import { addField, setField } from '../../mutations/request/_query.ts';
import zlib from '../../mutations/request/compressed-with-zlib.ts';
import notCompressed from '../../mutations/request/not-compressed.ts';
import cacheable from '../../mutations/request/redirect-cacheable.ts';
import permanent from '../../mutations/request/redirect-permanent.ts';
import address from '../../mutations/request/relay-state-address.ts';
import tooLong from '../../mutations/request/relay-state-too-long.ts';
import otherTenant from '../../mutations/request/sent-to-other-tenant.ts';
import otherOrder from '../../mutations/request/signature-before-algorithm.ts';
import unknownKey from '../../mutations/request/signed-by-unknown-key.ts';
import sha1 from '../../mutations/request/signed-with-sha-1.ts';
import { changed, changedAll, checkTester, genuine, without } from '../check-tester.ts';
import encoding from './encoding.ts';
import redirectCache from './redirect-cache.ts';
import redirectStatus from './redirect-status.ts';
import relayStateLength from './relay-state-length.ts';
import relayStateOpaque from './relay-state-opaque.ts';
import signature from './signature.ts';
import signatureAlgorithm from './signature-algorithm.ts';
import signatureOrder from './signature-order.ts';
import target from './target.ts';

const url = (apply: (text: string) => string) => changed({ on: 'request-url', apply });
const relayState = (value: string) => url((text) => setField(text, 'RelayState', encodeURIComponent(value)));
const noRelayState = url((text) => text.replace(/&RelayState=[^&]*/, ''));
const traffic = (cacheControl: string) =>
  changed({
    on: 'headers',
    fault: { double: 'sp', path: '/start/login', set: { 'cache-control': cacheControl } },
  });

checkTester(encoding, {
  passes: [
    genuine,
    {
      name: 'DEFLATE is named',
      given: url((text) =>
        addField(
          text,
          'SAMLEncoding',
          'urn%3aoasis%3anames%3atc%3aSAML%3a2.0%3abindings%3aURL-Encoding%3aDEFLATE',
        ),
      ),
    },
    {
      name: 'the percent-encoding is in lower case',
      given: url((text) => text.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())),
    },
  ],
  fails: [
    { given: zlib, message: 'zlib' },
    { given: notCompressed, message: 'plain' },
    {
      name: 'another encoding is named',
      given: url((text) => addField(text, 'SAMLEncoding', 'gzip')),
      message: 'other',
    },
  ],
});

checkTester(target, {
  passes: [
    genuine,
    { name: 'there is no RelayState', given: noRelayState },
    { name: 'only the typed value is known', given: without('idp-metadata') },
    { name: 'the query is signed', given: genuine, login: 'signed-request' },
  ],
  fails: [
    { given: otherTenant, message: 'other' },
    {
      name: 'the path differs',
      given: url((text) => replaceText(text, '/saml/sso', '/saml/sso/')),
      message: 'other',
    },
    {
      name: 'there is a field too many',
      given: url((text) => addField(text, 'debug', '1')),
      message: 'other',
    },
    {
      name: 'it travels without TLS',
      given: changed({
        on: 'exchanges',
        apply: (exchanges) =>
          exchanges.map((exchange) =>
            exchange.url.includes('SAMLRequest=') ? { ...exchange, tls: false } : exchange,
          ),
      }),
      message: 'clear',
    },
  ],
  notApplicable: [changedAll(without('idp-metadata', 'setup'))],
});

checkTester(signature, {
  passes: [{ name: 'the key is published', given: genuine, login: 'signed-request' }],
  fails: [
    { given: unknownKey, message: 'no-key', where: { artifact: 'sp-metadata' } },
    {
      name: 'the RelayState was changed after signing',
      given: relayState('other'),
      login: 'signed-request',
      message: 'query',
    },
  ],
  notApplicable: [genuine],
});

checkTester(signatureOrder, {
  passes: [
    { name: 'the fields come as signed', given: genuine, login: 'signed-request' },
    { name: 'there is no RelayState', given: noRelayState, login: 'signed-request' },
  ],
  fails: [
    { given: otherOrder, message: 'order' },
    {
      name: 'a field comes twice',
      given: url((text) => addField(text, 'RelayState', 'other')),
      login: 'signed-request',
      message: 'order',
    },
  ],
  notApplicable: [genuine],
});

const algorithm = (uri: string) => url((text) => setField(text, 'SigAlg', encodeURIComponent(uri)));
checkTester(signatureAlgorithm, {
  passes: [
    { name: 'it is RSA with SHA-256', given: genuine, login: 'signed-request' },
    {
      name: 'it is RSA-PSS with SHA-384',
      given: algorithm('http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1'),
      login: 'signed-request',
    },
    {
      name: 'it is ECDSA with SHA-512',
      given: algorithm('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512'),
      login: 'signed-request',
    },
  ],
  fails: [
    { given: sha1, message: 'weak' },
    {
      name: 'it is RSA with MD5',
      given: algorithm('http://www.w3.org/2001/04/xmldsig-more#rsa-md5'),
      login: 'signed-request',
      message: 'weak',
    },
    {
      name: 'it is ECDSA with SHA-1',
      given: algorithm('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1'),
      login: 'signed-request',
      message: 'weak',
    },
    {
      name: 'it is RSA-PSS with SHA-1',
      given: algorithm('http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1'),
      login: 'signed-request',
      message: 'weak',
    },
  ],
  notApplicable: [genuine],
});

checkTester(relayStateLength, {
  passes: [
    genuine,
    { name: 'it has 80 bytes', given: relayState('x'.repeat(80)) },
    { name: 'it is empty', given: relayState('') },
  ],
  fails: [
    { given: tooLong, message: 'long' },
    { name: 'it has 80 characters and 81 bytes', given: relayState(`${'x'.repeat(79)}é`), message: 'long' },
  ],
  notApplicable: [noRelayState],
});

checkTester(relayStateOpaque, {
  passes: [genuine, { name: 'it is a UUID', given: relayState('6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10') }],
  fails: [
    { given: address, message: 'address' },
    {
      name: 'it is encoded twice',
      given: relayState(encodeURIComponent('https://attacker.example')),
      message: 'address',
    },
    {
      name: 'it is in base64',
      given: relayState(btoa('https://d-1234567890.awsapps.com')),
      message: 'address',
    },
    { name: 'it names no scheme', given: relayState('//attacker.example/'), message: 'address' },
    { name: 'it names the person', given: relayState('user=ana.li@example.com'), message: 'person' },
  ],
  notApplicable: [noRelayState, relayState('')],
});

checkTester(redirectStatus, {
  passes: [genuine],
  fails: [{ given: permanent, message: 'other', where: { path: '/carriedBy/status' } }],
});

checkTester(redirectCache, {
  passes: [genuine, traffic('No-Cache, No-Store')],
  fails: [
    { given: cacheable, message: 'cacheable' },
    { name: 'it may be kept after asking again', given: traffic('no-cache'), message: 'cacheable' },
  ],
});
