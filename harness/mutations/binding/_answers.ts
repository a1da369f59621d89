import { EditError, removeAttribute, setAttribute } from '../kit/edit.ts';

/** The message as the answer to another request, in both places. */
export function answerTo(xml: string, requestId: string): string {
  return setAttribute(
    setAttribute(xml, 'Response', 'InResponseTo', requestId),
    'SubjectConfirmationData',
    'InResponseTo',
    requestId,
  );
}

/** The message as one that nobody asked for. @throws EditError when it is one already */
export function unsolicited(xml: string): string {
  const without = ['Response', 'SubjectConfirmationData'].reduce((text, target) => {
    try {
      return removeAttribute(text, target, 'InResponseTo');
    } catch (error) {
      if (error instanceof EditError) return text;
      throw error;
    }
  }, xml);
  if (without === xml) throw new EditError('Nothing to change: the message answers no request.');
  return without;
}
