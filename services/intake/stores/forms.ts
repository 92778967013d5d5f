import type * as z from 'zod';
import type { SchemaCheck } from '#shared/json-schema';
import { messages } from '#shared/locale';
import type { Language } from '#shared/problem';
import type { CatalogueStore } from './catalogue.ts';
import type { Application } from '../domain/case/application.ts';
import type { Form, FormSchema } from '../domain/form/form.ts';

const keptChecks = 200;

// Most requests look at no form, so what reads JSON Schema is loaded with the first that does.
const jsonSchema = () => import('#shared/json-schema');

/** The version of an item on which a case began. */
type ItemVersion = Pick<Application, 'itemKey' | 'itemVersion' | 'catalogueVersion'>;

/** Checks forms by the item's own rules; the rules of a version are read once. */
export function formChecker(catalogue: Pick<CatalogueStore, 'itemAt'>) {
  const checks = new Map<string, SchemaCheck>();

  async function checkOf({ itemKey, itemVersion, catalogueVersion }: ItemVersion): Promise<SchemaCheck> {
    const name = `${itemKey}@${catalogueVersion}`;
    const known = checks.get(name);
    if (known) return known;
    const { form } = await catalogue.itemAt(itemKey, { itemVersion, catalogueVersion });
    const { schemaCheck } = await jsonSchema();
    const check = schemaCheck(form ?? { type: 'object' });
    if (checks.size >= keptChecks) checks.clear();
    checks.set(name, check);
    return check;
  }

  return {
    /** Every fault of a form against the version of the item on which its case began. */
    async issuesIn(application: ItemVersion, form: Form, language: Language): Promise<readonly z.core.$ZodIssue[]> {
      const check = await checkOf(application);
      return check(form, messages[language]);
    },

    /** Says of a form's rules why they cannot be used; undefined when they can. */
    async faultFinder(): Promise<(schema: FormSchema) => string | undefined> {
      return (await jsonSchema()).schemaFault;
    },
  };
}
