import { parse } from './parse.ts';
import type { Template } from './template.ts';
import { textsOf } from './texts.ts';

/** The names that a template uses, sorted, and which of them only switch a text on. */
export function namesAsked(template: Template): { names: string[]; flags: ReadonlySet<string> } {
  const pieces = textsOf(template).flatMap(({ texts }) => [texts.zh, texts.en].flatMap((text) => parse(text).pieces));
  const named = pieces.flatMap((one) => (one.kind === 'name' ? [one.name] : []));
  const flags = new Set(pieces.flatMap((one) => (one.kind === 'flag' && !named.includes(one.name) ? [one.name] : [])));
  return { names: [...new Set([...named, ...flags])].toSorted(), flags };
}
