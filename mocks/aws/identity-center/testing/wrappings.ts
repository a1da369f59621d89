import type { SigningKey } from '../../../core/keys.ts';
import type { Edit } from './refusals.ts';
import { sign } from './test-idp.ts';

/** Somorovsky's wrappings and later ones: an evil assertion beside, around or inside the signed, genuine one. */
export function wrappingsOf(key: SigningKey): readonly [string, Edit][] {
  const signed: Edit = (xml) => sign(xml, { key, element: 'Assertion' });
  const genuineOf = (x: string) => /<saml:Assertion.*<\/saml:Assertion>/.exec(x)?.[0] ?? '';
  const signatureOf = (x: string) => /<ds:Signature .*<\/ds:Signature>/.exec(x)?.[0] ?? '';
  const evilOf = (x: string) =>
    genuineOf(x)
      .replace(signatureOf(x), '')
      .replace(/ID="[^"]+"/, 'ID="_evil"')
      .replace('alice@', 'Erin@');
  const put = (x: string, before: string, after: string) =>
    x.replace(genuineOf(x), `${before}${genuineOf(x)}${after}`);

  return [
    [
      'an evil Response around the signed one',
      (x) => {
        const whole = sign(x, { key, element: 'Response' });
        const signature = signatureOf(whole);
        const original = whole.replace(signature, '');
        return original
          .replace(/(<samlp:Response[^>]*) ID="[^"]+"/, '$1 ID="_evil"')
          .replace('alice@', 'Erin@')
          .replace(
            '<samlp:Status>',
            `${signature.replace('</ds:Signature>', `<ds:Object>${original}</ds:Object></ds:Signature>`)}<samlp:Status>`,
          );
      },
    ],
    ['an evil Assertion before the genuine', (x) => put(signed(x), evilOf(signed(x)), '')],
    ['an evil Assertion after the genuine', (x) => put(signed(x), '', evilOf(signed(x)))],
    [
      'the genuine inside the evil',
      (x) => {
        const one = signed(x);
        return one.replace(genuineOf(one), () =>
          evilOf(one).replace('</saml:Assertion>', `${genuineOf(one)}</saml:Assertion>`),
        );
      },
    ],
    [
      'the evil with the signature, the genuine at the end',
      (x) => {
        const one = signed(x);
        const evil = evilOf(one).replace('</saml:Issuer>', `</saml:Issuer>${signatureOf(one)}`);
        return one.replace(genuineOf(one), () => `${evil}${genuineOf(one).replace(signatureOf(one), '')}`);
      },
    ],
    [
      'the genuine inside the signature of the evil',
      (x) => {
        const one = signed(x);
        const bare = genuineOf(one).replace(signatureOf(one), '');
        const carrying = signatureOf(one).replace(
          '</ds:Signature>',
          `<ds:Object>${bare}</ds:Object></ds:Signature>`,
        );
        return one.replace(genuineOf(one), () =>
          evilOf(one).replace('</saml:Issuer>', `</saml:Issuer>${carrying}`),
        );
      },
    ],
    [
      'the genuine inside Extensions',
      (x) => {
        const one = signed(x);
        return one
          .replace(genuineOf(one), () => evilOf(one))
          .replace('<samlp:Status>', `<samlp:Extensions>${genuineOf(one)}</samlp:Extensions><samlp:Status>`);
      },
    ],
    [
      'the genuine inside StatusDetail',
      (x) => {
        const one = signed(x);
        return one
          .replace(genuineOf(one), () => evilOf(one))
          .replace(
            '</samlp:Status>',
            `<samlp:StatusDetail>${genuineOf(one)}</samlp:StatusDetail></samlp:Status>`,
          );
      },
    ],
    [
      'an evil Assertion with the same ID in Advice',
      (x) => {
        const one = signed(x);
        const same = evilOf(one).replace('_evil', /ID="([^"]+)"/.exec(genuineOf(one))?.[1] ?? '');
        return put(one, same, '');
      },
    ],
    [
      'IDs of several kinds',
      (x) =>
        signed(x).replace(
          '<samlp:Status>',
          `<samlp:Status Id="${/<saml:Assertion ID="([^"]+)"/.exec(x)?.[1]}">`,
        ),
    ],
    [
      'an evil assertion in another namespace',
      (x) =>
        put(
          signed(x),
          evilOf(signed(x)).replaceAll('saml:', 'e:').replace('<e:Assertion', '<e:Assertion xmlns:e="urn:x"'),
          '',
        ),
    ],
    [
      'the signature over an Advice inside the evil',
      (x) => {
        const one = signed(x);
        return one.replace(genuineOf(one), () =>
          evilOf(one).replace(
            '<saml:AuthnStatement',
            `<saml:Advice>${genuineOf(one)}</saml:Advice><saml:AuthnStatement`,
          ),
        );
      },
    ],
  ];
}
