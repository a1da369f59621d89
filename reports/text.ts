/**
 * Characters that act on a terminal or a page instead of being seen on it: controls (among them ESC, which starts
 * ANSI sequences), bidirectional overrides, zero-width and other invisible characters, lone surrogates and
 * noncharacters. XML 1.0 forbids some of them outright (section 2.2).
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** Shows what acts or hides as its code point, `⟨U+001B⟩`, and keeps line breaks and tabs. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unseen, (character) =>
      character === '\n' || character === '\t' ? character : nameOf(character),
    );
}

/** As `visible`, on one line: line breaks and tabs are shown as well. */
export function visibleLine(text: string): string {
  return text.replace(/\r\n|[\r\n\t]/g, breakName).replace(unseen, nameOf);
}

function nameOf(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function breakName(text: string): string {
  return text === '\t' ? '⇥' : '⏎';
}

/** `3 cases`, `1 case`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** A length of time for people: `840 ms`, `12.4 s`, `3 min 5 s`. */
export function showDuration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return 'unknown time';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A moment for people, `21 Nov 2025, 07:33:12 UTC`; what is no date is shown as it is. */
export function showMoment(iso: string): string {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return iso;
  const [day, time] = new Date(ms).toISOString().split('T');
  const [year, month, date] = (day ?? '').split('-');
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${Number(date)} ${months[Number(month) - 1]} ${year}, ${time?.slice(0, 8)} UTC`;
}

/** Cuts a long text in the middle, where least is lost. */
export function shortenMiddle(text: string, longest: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const head = Math.ceil((longest - 1) / 2);
  return `${characters.slice(0, head).join('')}…${characters.slice(head + 1 - longest).join('')}`;
}
