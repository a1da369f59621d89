import { defineCheck } from '../../model/check.ts';

interface Options extends Readonly<Record<string, unknown>> {
  /** Refusals whose pages nobody in the rollout can change: their words are the product's own. */
  readonly fixedPages: readonly ('refused-by-idp' | 'refused-by-sp')[];
}

const options: Options = { fixedPages: [] };

const advice =
  /\b(try|retry|again|contact|ask|administrator|admin|help ?desk|support|enrol|enroll|register|sign in|log in|go back|return|restart|start over|open|update|reload|refresh|wait)\b/i;

export default defineCheck({
  id: 'outcome/refusal-helps',
  title: {
    holds: 'The page after a refusal says what to do next',
    fails: 'The page after a refusal does not say what to do next',
  },
  why: 'People who are stuck try again until they are locked out, or call the help desk without a clue.',
  fix: {
    console: 'Identity provider or service provider',
    field: 'Error page',
    change: 'Say in one sentence what to do: try again, enrol the phone, or whom to ask.',
  },
  judges: 'setup',
  needs: ['outcome'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 10.1',
      says: 'Users get clear, meaningful feedback on errors, on which they can act, and learn where to get help.',
    },
  ],
  options,
  messages: {
    empty: 'The last page has no text; it has to say what to do.',
    bare: 'The last page does not tell the person what to do: "{text}".',
  },
  applies: ({ outcome: { actual } }, { options: { fixedPages } }) => {
    if (actual !== 'refused-by-idp' && actual !== 'refused-by-sp') return 'The login was not refused.';
    return !fixedPages.includes(actual) || 'The page is the product’s own: nobody here can change its words.';
  },
  run: ({ outcome }) => {
    const text = outcome.pageText.trim();
    if (advice.test(text)) return [];
    const shown = text.length <= 160 ? text : `${text.slice(0, 120)}…${text.slice(-30)}`;
    return [
      {
        message: text === '' ? ('empty' as const) : ('bare' as const),
        data: { text: shown },
        expected: 'a sentence that says what to do',
        observed: text === '' ? 'an empty page' : shown,
        where: { artifact: 'outcome', path: '/pageText' },
      },
    ];
  },
});
