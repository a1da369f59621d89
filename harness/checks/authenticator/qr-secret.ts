import { defineCheck } from '../../model/check.ts';
import { decoded } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/qr-secret',
  title: {
    holds: 'The code on the login page carries nothing that is worth something alone',
    fails: 'The code on the login page carries a token or a person’s name',
  },
  why: 'Everybody who sees the screen, or a picture of it, can read the code.',
  fix: {
    console: 'Identity provider',
    field: 'QR login session',
    change:
      'Put only a reference to the waiting login into the code; all else is fetched by the enrolled phone.',
  },
  judges: 'idp',
  needs: ['phone'],
  uses: ['setup'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.1',
      says: 'The device proves itself by a key of its own, not by what the screen shows.',
    },
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Session ID Content (or Value)',
      says: 'The identifier of a session is meaningless in itself, and holds nothing about the person.',
    },
  ],
  messages: {
    token: 'The code holds a signed token.',
    person: 'The code holds the name of the person.',
    credential: 'The code has a parameter {name}.',
  },
  applies: ({ phone }) => phone.qr !== '' || 'No code was read.',
  run: ({ phone, setup }) => {
    const text = decoded(phone.qr).toLowerCase();
    const where = { artifact: 'phone' as const, path: '/qr' };
    const expected = 'a reference to the waiting login only';
    const token = /eyj[a-z0-9_-]{8,}\.[a-z0-9_-]+\.[a-z0-9_-]*/.test(text);
    const names = [setup?.user?.userName, setup?.user?.email].flatMap((name) =>
      name ? [name.toLowerCase()] : [],
    );
    const credential = /[?&](password|access_token|id_token|secret|cookie|sessionid)=[^&]/.exec(text)?.[1];
    return [
      ...(token ? [{ message: 'token' as const, expected, observed: 'a JSON web token', where }] : []),
      ...(names.some((name) => text.includes(name))
        ? [{ message: 'person' as const, expected, observed: 'user name or e-mail', where }]
        : []),
      ...(credential === undefined
        ? []
        : [
            {
              message: 'credential' as const,
              data: { name: credential },
              expected,
              observed: credential,
              where,
            },
          ]),
    ];
  },
});
