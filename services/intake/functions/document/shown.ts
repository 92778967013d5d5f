import { documentName, type Sealed } from '../../stores/document-rows.ts';

/** What may be told of a document to whoever holds it: what it is, never of whom. */
export function papered({ kind, title, office, day, number, verification, sealedAt }: Sealed) {
  return { kind, title, office, day, ...(number && { number }), verification, sealedAt: sealedAt.toISOString() };
}

/** A document as the list of its case shows it. */
export function shown(found: Sealed) {
  const { version, kind, bytes, sha256, unshown = [] } = found;
  const lacking = unshown.length > 0 ? { unshown: unshown.length } : {};
  return { document: documentName(version, kind), ...papered(found), bytes, sha256, ...lacking };
}

/** What its font lacks, for who may read the file: it may be of a name. */
export function charactersLacking({ unshown }: Sealed) {
  const told = unshown?.map((code) => ({ code, character: characterOf(code) }));
  return told && { unshownCharacters: told };
}

/** Half a character is told by its code alone: it cannot be written. */
function characterOf(code: string): string {
  const character = String.fromCodePoint(Number.parseInt(code.slice(2), 16));
  return character.isWellFormed() ? character : '';
}
