import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at } from '../assertion/_assertions.ts';
import { hasNameId, nameIdsOf } from '../subject/_name-ids.ts';
import { pushFix } from './_directory.ts';

export default defineCheck({
  id: 'scim/name-id',
  title: {
    holds: 'The NameID is the userName of somebody who is provisioned, to the letter',
    fails: 'The NameID is the userName of nobody who is provisioned',
  },
  why: 'The classic outage: the person is provisioned and logged in, and AWS does not know them.',
  fix: pushFix('Map userName to the attribute that the application sends as NameID.'),
  judges: 'setup',
  needs: ['response', 'directory'],
  refs: [
    refs.userGuide(
      'External identity providers',
      'The NameID matches the user name in Identity Center exactly.',
    ),
    refs.schema('4.1.1', 'userName identifies the person; SCIM takes another case for the same.'),
  ],
  messages: {
    unknown: 'The NameID "{nameId}" is no userName at the service.',
    case: 'The NameID is "{nameId}", the userName "{there}": they differ in case.',
    form: 'The NameID is "{nameId}", the userName "{there}": the same letters in another form of Unicode.',
  },
  applies: hasNameId,
  run: ({ response, directory: { found } }) => {
    const names = found.users.map(({ userName }) => userName);
    return nameIdsOf(response)
      .filter(({ text }) => !names.includes(text))
      .map(({ element, text }) => {
        const { message, there } = compare(text, names);
        return {
          message,
          data: { nameId: text, there },
          expected: there === '' ? 'a userName at the service' : there,
          observed: text,
          where: at(response, element),
        };
      });
  },
});

function compare(nameId: string, names: readonly string[]) {
  const inForm = names.find((name) => name.normalize('NFC') === nameId.normalize('NFC'));
  if (inForm !== undefined) return { message: 'form', there: inForm } as const;
  const inCase = names.find((name) => name.toLowerCase() === nameId.toLowerCase());
  if (inCase !== undefined) return { message: 'case', there: inCase } as const;
  return { message: 'unknown', there: '' } as const;
}
