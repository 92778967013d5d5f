/** A piece of a template: text as it stands, a name, or text that stands only where a flag is on. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'flag'; name: string; text: string };

/** What is wrong with the language of a text, and where: at which character, from 0. */
export interface TextFault {
  at: number;
  fault: 'unclosed' | 'unopened' | 'nested' | 'bad-name' | 'empty-flag' | 'bracket-in-flag';
}

export interface Parsed {
  pieces: readonly Piece[];
  faults: readonly TextFault[];
}

const nameShape = /^[a-z][a-z0-9-]{0,31}$/;

/**
 * Reads `((name))` and `((flag??text))`. There is no nesting and no loop: a text is read once from its beginning to its end, and
 * what a value brings is never read as a template. Of three brackets in a row the outer one is text: `(((name)))`.
 */
export function parse(source: string): Parsed {
  const pieces: Piece[] = [];
  const faults: TextFault[] = [];
  for (let at = 0; at < source.length;) {
    const open = opening(source, at);
    const before = source.slice(at, open);
    if (before.includes('))')) faults.push({ at: at + before.indexOf('))'), fault: 'unopened' });
    if (before) pieces.push({ kind: 'text', text: before });
    if (open === source.length) break;
    const close = source.indexOf('))', open + 2);
    if (close < 0) return { pieces, faults: [...faults, { at: open, fault: 'unclosed' }] };
    const read = pieceOf(source.slice(open + 2, close), open);
    if ('fault' in read) faults.push(read);
    else pieces.push(read);
    at = close + 2;
  }
  return { pieces, faults };
}

/** Where the next `((` stands, the innermost of a run of brackets; the end where there is none. */
function opening(source: string, from: number): number {
  const found = source.indexOf('((', from);
  if (found < 0) return source.length;
  let at = found;
  while (source[at + 2] === '(') at += 1;
  return at;
}

function pieceOf(inner: string, open: number): Piece | TextFault {
  if (inner.includes('((')) return { at: open, fault: 'nested' };
  const [name = '', ...rest] = inner.split('??');
  if (!nameShape.test(name)) return { at: open, fault: 'bad-name' };
  if (rest.length === 0) return { kind: 'name', name };
  const text = rest.join('??');
  if (!text) return { at: open, fault: 'empty-flag' };
  // It would end at the first two closing ones: whoever writes brackets in it means something else.
  return text.includes('(') ? { at: open, fault: 'bracket-in-flag' } : { kind: 'flag', name, text };
}

/** The names that a text uses, flags among them, each once, sorted. */
export function namesOf(pieces: readonly Piece[]): string[] {
  return namesIn(pieces).toSorted();
}

/** The same in the order in which they first stand in the text. */
export function namesIn(pieces: readonly Piece[]): string[] {
  return [...new Set(pieces.flatMap((one) => (one.kind === 'text' ? [] : [one.name])))];
}
