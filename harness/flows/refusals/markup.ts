import { parseOwn } from '../../saml/parse-own.ts';
import { descendants, textOf } from '../../saml/tree.ts';
import type { Forged } from './forge.ts';
import type { Visit } from './ports.ts';

/** A value of the message that could be markup, found as it stands in an HTML page of the answer. */
export function findEchoedMarkup(
  forged: Forged,
  visits: readonly Visit[],
  marker: string | undefined,
): string | undefined {
  const pages = visits.filter(({ contentType }) => /html/i.test(contentType)).map(({ text }) => text);
  if (marker !== undefined) return pages.some((page) => page.includes(marker)) ? marker : undefined;
  const values = valuesOf(forged).filter(
    (value) => /<[a-z!/]/i.test(value) || /["'][^"']*\son\w+=/i.test(value),
  );
  return values.find((value) => pages.some((page) => page.includes(value)));
}

/** RelayState, query and form values, and every text and attribute of the XML. */
function valuesOf({ message, relayState, request }: Forged): readonly string[] {
  const { root } = parseOwn(message);
  const inXml =
    root === undefined
      ? []
      : [...descendants(root)].flatMap((element) => [
          textOf(element).text,
          ...element.attributes.map(({ value }) => value),
        ]);
  const query = [...new URL(request.url).searchParams.values()];
  return [...(relayState === undefined ? [] : [relayState]), message, ...query, ...inXml].map((value) =>
    value.trim(),
  );
}
