import type { Language } from '#shared/problem';
import { templateFor } from '../../domain/edition/in-force.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { render } from '../../domain/template/render.ts';
import type { EditionStore } from '../../stores/editions.ts';

/** What a notice says in the inbox or to whoever tells it, by the edition that it was made by. */
export async function textOf(
  { template: { key, edition }, values }: Pick<Notice, 'template' | 'values'>,
  { channel, language }: { channel: 'inbox' | 'task'; language: Language },
  editions: Pick<EditionStore, 'named'>,
): Promise<string> {
  const found = templateFor(await editions.named(edition), key)?.template;
  const said = found && (found[channel] ?? found.inbox);
  const done = render(said?.[language] ?? '', values);
  if ('missing' in done) throw new Error('a notice lacks a value that its template names');
  return done.text;
}
