import { type AwsAttribute, attributeName } from '../../aws/saml-attributes.ts';
import { findElement, insertInto, replaceElement, setAttribute } from '../kit/edit.ts';
import { attributeXml } from '../kit/genuine-iam-messages.ts';

/** Replaces all values of one of AWS's attributes. */
export function setValues(xml: string, attribute: AwsAttribute, ...values: readonly string[]): string {
  return setTagValues(xml, attributeName(attribute), ...values);
}

/** The same by the attribute's full name, as session tags have them. */
export function setTagValues(xml: string, name: string, ...values: readonly string[]): string {
  return replaceElement(xml, named(name), () => attributeXml(name, values));
}

/** Adds an attribute at the end of the statement; its name format is `uri` unless given. */
export function addAttribute(xml: string, name: string, values: readonly string[], format?: string): string {
  return insertInto(xml, 'AttributeStatement', attributeXml(name, values, format));
}

/** Adds a session tag. */
export function addTag(xml: string, key: string, values: readonly string[], format?: string): string {
  return addAttribute(xml, attributeName('principalTag', key), values, format);
}

/** Gives one of AWS's attributes another name. */
export function rename(xml: string, attribute: AwsAttribute, name: string): string {
  return setAttribute(xml, named(attributeName(attribute)), 'Name', name);
}

/** Edit target of an attribute with this name. */
export function named(name: string): string {
  return `Attribute[Name=${name}]`;
}

/** Replaces the first value of Role by what is made of its two ARNs. */
export function changeFirstRole(xml: string, change: (role: string, provider: string) => string): string {
  const target = `${named(attributeName('role'))}/AttributeValue`;
  const text = replaceableText(xml, target);
  const [role = '', provider = ''] = text.split(',');
  return replaceElement(xml, target, (element) => element.replace(text, () => change(role, provider)));
}

/** Every value of Role, in order. */
export function roleValues(xml: string): readonly string[] {
  const { start, end } = findElement(xml, named(attributeName('role')));
  return [...xml.slice(start, end).matchAll(/<(?:[\w-]+:)?AttributeValue(?:\s[^>]*)?>([^<]*)</g)].flatMap(
    ([, text = '']) => (text === '' ? [] : [text]),
  );
}

function replaceableText(xml: string, target: string): string {
  const { start, end } = findElement(xml, target);
  return />([^<]*)</.exec(xml.slice(start, end))?.[1] ?? '';
}
