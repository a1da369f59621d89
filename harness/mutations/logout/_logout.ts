import type { AcsRequest, AttackStep, ForgedSignature } from '../../model/attack.ts';
import type { MutationContext } from '../../model/mutation.ts';
import { messageOf, withMessage } from '../binding/_post.ts';
import { attributeOf, EditError, removeElement } from '../kit/edit.ts';

/** The victim is logged in; a hostile LogoutRequest comes by their browser. What counts is whether they stay. */
export const whileVictimIsLoggedIn: readonly AttackStep[] = [
  { step: 'log-in', jar: 'victim', as: 'victim' },
  { step: 'send-logout', jar: 'victim', message: 'forged' },
];

/** The post with its LogoutRequest changed and not signed. */
export function changeUnsigned(request: AcsRequest, change: (xml: string) => string): AcsRequest {
  return withMessage(request, change(withoutSignature(messageOf(request, 'SAMLRequest'))), 'SAMLRequest');
}

/** The post with its LogoutRequest changed and signed again. */
export function changeSigned(
  request: AcsRequest,
  context: MutationContext,
  change: (xml: string) => string,
  as: ForgedSignature['as'] = 'idp',
): AcsRequest {
  const xml = change(withoutSignature(messageOf(request, 'SAMLRequest')));
  const signed = context.forgeSignature(xml, attributeOf(xml, 'LogoutRequest', 'ID'), { as });
  return withMessage(request, signed, 'SAMLRequest');
}

function withoutSignature(xml: string): string {
  try {
    return removeElement(xml, 'LogoutRequest/Signature');
  } catch (error) {
    if (error instanceof EditError) return xml;
    throw error;
  }
}
