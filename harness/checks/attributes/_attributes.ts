import type { AttributeReading, ResponseReading } from '../../model/readings.ts';
import type { AttributeExpectation, Setup } from '../../model/records.ts';

/** The attributes of all assertions and statements, in document order. */
export function attributesOf(response: ResponseReading): AttributeReading[] {
  return response.assertions.flatMap(({ attributes }) => attributes);
}

/** Why a check about attributes has nothing to judge, or `true`. */
export function hasAttributes({ response }: { readonly response: ResponseReading }): true | string {
  return attributesOf(response).length > 0 || 'No assertion has attributes.';
}

/** Why a check about the agreed attributes has nothing to judge, or `true`. */
export function hasAgreement(evidence: {
  readonly response: ResponseReading;
  readonly setup: Setup;
}): true | string {
  if ((evidence.setup.attributes ?? []).length === 0) return 'Which attributes are agreed is not known.';
  return evidence.response.assertions.length > 0 || 'The Response carries no assertion in plain text.';
}

/** Attributes of exactly the agreed name, with the line of the mapping table that asks for them. */
export function agreedAttributes(
  response: ResponseReading,
  setup: Setup,
): { readonly attribute: AttributeReading; readonly agreed: AttributeExpectation }[] {
  return (setup.attributes ?? []).flatMap((agreed) =>
    attributesOf(response)
      .filter(({ name }) => name === agreed.name)
      .map((attribute) => ({ attribute, agreed })),
  );
}

/** True when a product sent the mapping itself, or a word of its language, in place of a value. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text.trim());
}

const placeholder =
  /^(?:[$#%]\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\}|%[A-Za-z]\w*%|<%.*%>|(?:user|subject|profile|claims|attributes)\.[A-Za-z][\w.]*|null|undefined|NaN|\[object Object\])$/;
