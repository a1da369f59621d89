import { createHash } from 'node:crypto';
import { expandEntities } from '../sp/weak/entities.ts';
import { fetchLocally } from '../sp/weak/fetch-locally.ts';
import type { Lacks } from './check-request.ts';

/** What a provider without a bound inflates at most, so that the machine that it runs on survives. */
export const maxInflated = 200_000_000;
const maxExpanded = 8_000_000;
/** Characters that a careless reader looks at altogether, going over a large message again and again. */
const looks = 600_000_000;
const honestLength = 100_000;
const unbounded = ['unbounded-size', 'unbounded-expansion', 'request-inflates-unbounded'] as const;

/** What a careless provider does with a message before it reads it; a strict one nothing. */
export async function prepareCarelessly(xml: string, lacks: Lacks): Promise<string> {
  if (lacks('external-entities-fetched'))
    return expandEntities(xml, { maxLength: maxExpanded, fetchText: fetchLocally });
  const expands = lacks('unbounded-expansion') || lacks('doctype-allowed');
  const expanded = expands ? await expandEntities(xml, { maxLength: maxExpanded }) : xml;
  if (unbounded.some(lacks)) goOver(expanded);
  return expanded;
}

/** An honest message costs nothing; a large one as much as being copied, indexed and kept again and again does. */
function goOver(text: string): void {
  if (text.length < honestLength) return;
  const bytes = Buffer.from(text);
  for (let looked = 0; looked < looks; looked += bytes.length) createHash('sha256').update(bytes).digest();
}
