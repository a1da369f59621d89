import type { MutationContext } from '../../model/mutation.ts';
import { EditError } from '../kit/edit.ts';

/** The address whose fetching is noticed, escaped for XML. @throws EditError where nobody would notice */
export function canary({ canaryUrl }: MutationContext): string {
  if (canaryUrl === undefined) throw new EditError('Nobody is there to notice that an address was fetched.');
  return canaryUrl.replaceAll('&', '&amp;').replaceAll('"', '%22');
}
