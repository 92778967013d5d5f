import type * as z from 'zod';
import { messages } from '#shared/locale';
import type { Language } from '#shared/problem';
import type { CatalogueStore } from './catalogue.ts';
import type { Application } from './domain/application.ts';
import { formReader, type Form, type FormReader } from './domain/form.ts';

const keptReaders = 200;

/** Checks forms by the item's own rules; the rules of a version are read once. */
export function formChecker(catalogue: Pick<CatalogueStore, 'itemAt'>) {
  const readers = new Map<string, FormReader>();

  async function readerOf({ itemKey, itemVersion, catalogueVersion }: Application): Promise<FormReader> {
    const name = `${itemKey}@${itemVersion}`;
    const known = readers.get(name);
    if (known) return known;
    const { form } = await catalogue.itemAt(itemKey, { itemVersion, catalogueVersion });
    const reader = formReader(form ?? { type: 'object' });
    if (readers.size >= keptReaders) readers.clear();
    readers.set(name, reader);
    return reader;
  }

  return {
    /** Every fault of a form against the version of the item on which its case began. */
    async issuesIn(application: Application, form: Form, language: Language): Promise<readonly z.core.$ZodIssue[]> {
      const check = await readerOf(application);
      return check(form, messages[language]);
    },
  };
}
