import type { Block, Row, Sheet } from './sheet.ts';

/** Whether a font has a character. */
type Has = (codePoint: number) => boolean;

/**
 * A sheet on which nothing that somebody wrote vanishes: what the font cannot show stands there by its code, 〔U+20BB7〕. A name
 * on a sealed paper must not silently be another.
 */
export function legible(sheet: Sheet, has: Has): Sheet {
  const { to, blocks } = sheet;
  return { ...sheet, ...(to && { to: shown(to, has) }), blocks: blocks.map((block) => shownBlock(block, has)) };
}

/** Which characters of a sheet stand there by their code, as `U+20BB7`: each once and by number, so that they tell nothing of the order. */
export function unshownOf({ to = '', blocks }: Sheet, has: Has): string[] {
  const lacking = new Set<number>();
  for (const character of `${to}${blocks.map(textOf).join('')}`) {
    const code = character.codePointAt(0) ?? 0;
    if (!isShown(character, has)) lacking.add(code);
  }
  return [...lacking].toSorted((a, b) => a - b).map(codeOf);
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  return block.kind === 'list' ? block.items.join('') : block.rows.map(({ value }) => value).join('');
}

function shownBlock(block: Block, has: Has): Block {
  if (block.kind === 'paragraph') return { ...block, text: shown(block.text, has) };
  if (block.kind === 'list') return { ...block, items: block.items.map((item) => shown(item, has)) };
  return { ...block, rows: block.rows.map((row): Row => ({ ...row, value: shown(row.value, has) })) };
}

// Line breaks are drawn as such and need no glyph.
const broken = /[\r\n\t]/;
// They turn the direction of writing round: what is read is not what is signed.
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function shown(text: string, has: Has): string {
  return Array.from(text, (character) =>
    isShown(character, has) ? character : `〔${codeOf(character.codePointAt(0) ?? 0)}〕`,
  ).join('');
}

const isShown = (character: string, has: Has): boolean =>
  broken.test(character) || (has(character.codePointAt(0) ?? 0) && !turning.test(character));

const codeOf = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
