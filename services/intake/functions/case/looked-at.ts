import type { Fault, Language } from '#shared/problem';
import type { Application } from '../../domain/case/application.ts';
import type { Looked } from '../../domain/case/conditions.ts';
import type { ItemEnd } from '../../domain/catalogue/item-end.ts';
import type { IntakeDeps } from '../../deps.ts';

/** A draft with what has become of its item since; what was handed in goes its way whatever the catalogue says. */
export async function lookedAt(
  application: Application,
  { catalogue }: Pick<IntakeDeps, 'catalogue'>,
): Promise<Looked> {
  if (application.state !== 'draft') return application;
  const itemEnd = await catalogue.endOf(application.itemKey);
  return itemEnd ? { ...application, itemEnd } : application;
}

/** What took the place of an item that was withdrawn, where something did. */
export function endTold({ successor }: ItemEnd, language: Language): Fault[] {
  if (!successor) return [];
  const { key, name, nameEn } = successor;
  const message = {
    zh: `请改办“${name}”（${key}），已填写的相同内容将保留。`,
    en: `Go on under "${nameEn}" (${key}): what both forms ask is kept.`,
  };
  return [{ pointer: '/itemKey', code: 'successor', message: message[language] }];
}
