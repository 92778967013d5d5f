import { namesOf, parse, type Piece } from './parse.ts';

export type Values = Readonly<Record<string, string>>;

/** A flag is on where its value says so, and only then. */
const on = 'yes';

/** A text with its values, or the names that have none. A value stands as it is: brackets in it are text. */
export function render(source: string, values: Values): { text: string } | { missing: string[] } {
  const { pieces } = parse(source);
  const missing = namesOf(pieces).filter((name) => !Object.hasOwn(values, name));
  return missing.length > 0 ? { missing } : { text: pieces.map((piece) => said(piece, values)).join('') };
}

/** A text that is said again and again: read once. A name without a value is left out. */
export function sayer(source: string): (values: Values) => string {
  const { pieces } = parse(source);
  return (values) => pieces.map((piece) => said(piece, values)).join('');
}

function said(piece: Piece, values: Values): string {
  if (piece.kind === 'text') return piece.text;
  const value = values[piece.name] ?? '';
  if (piece.kind === 'name') return value;
  return value === on ? piece.text : '';
}
