import { dayOf } from '#shared/calendar';
import { numberFault } from '#shared/document-number';
import type { PartyDocument } from '#shared/party';
import type { Fault } from '#shared/problem';
import type { Call } from '#shared/route';

/** A document by which somebody is named, and where its number stands in the body. */
export interface Named {
  pointer: string;
  document: PartyDocument;
}

/**
 * What is wrong with the numbers of these documents. The check character of some early codes fails (GB 32100 pilots): such a
 * code holds once the clerk confirms that he has seen it on the document. Its words are loaded where something is wrong.
 */
export async function documentFaults(
  named: readonly Named[],
  { cause, language }: Pick<Call, 'cause' | 'language'>,
  codeSeen = false,
): Promise<Fault[]> {
  const today = dayOf(cause.at);
  const found = named.flatMap(({ pointer, document: { kind, number } }) => {
    const code = kind === 'account' ? undefined : numberFault(kind, number, today);
    const confirmed = code === 'check-digit' && codeSeen;
    return code && !confirmed ? [{ pointer, code }] : [];
  });
  if (found.length === 0) return [];
  const { numberWords } = await import('./number-words.ts');
  return found.map(({ pointer, code }) => ({ pointer, code, message: numberWords[code][language] }));
}
