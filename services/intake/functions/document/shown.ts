import { documentName, type Sealed } from '../../stores/document-rows.ts';

/** What may be told of a document to whoever holds it: what it is, never of whom. */
export function papered({ kind, title, office, day, number, verification, sealedAt }: Sealed) {
  return { kind, title, office, day, ...(number && { number }), verification, sealedAt: sealedAt.toISOString() };
}

/** A document as the list of its case shows it. */
export function shown(found: Sealed) {
  const { version, kind, bytes, sha256 } = found;
  return { document: documentName(version, kind), ...papered(found), bytes, sha256 };
}
