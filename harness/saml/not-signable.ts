/** A text that nobody could sign as it is: not XML, without canonical form, or without what a signature refers to. */
export class NotSignable extends Error {
  override readonly name = 'NotSignable';
}
