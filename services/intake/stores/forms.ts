import type * as z from 'zod';
import type { SchemaCheck } from '#shared/json-schema';
import { messages } from '#shared/locale';
import type { Language } from '#shared/problem';
import type { CatalogueStore } from './catalogue.ts';
import type { Application } from '../domain/case/application.ts';
import type { RuleFaults } from '../domain/catalogue/form-faults.ts';
import type { Form } from '../domain/form/form.ts';
import { identifiersOf, type Identifier } from '../domain/form/identifiers.ts';
import { brokenLines, moreLines, oneLineFields } from '../domain/form/one-line.ts';
import { stepsOf } from '../domain/form/pointer.ts';

const keptChecks = 200;

// Most requests look at no form, so what reads JSON Schema is loaded with the first that does.
const jsonSchema = () => import('#shared/json-schema');

/** The version of an item on which a case began. */
type ItemVersion = Pick<Application, 'itemKey' | 'itemVersion' | 'catalogueVersion'>;

/** What is known of the form of one version of an item. */
interface FormRules {
  check: SchemaCheck;
  identifiers: readonly Identifier[];
  lines: readonly (readonly string[])[];
}

/** Checks forms by the item's own rules; the rules of a version are read once. */
export function formChecker(catalogue: Pick<CatalogueStore, 'itemAt'>) {
  const checks = new Map<string, FormRules>();

  async function rulesOf({ itemKey, itemVersion, catalogueVersion }: ItemVersion): Promise<FormRules> {
    const name = `${itemKey}@${itemVersion}`;
    const known = checks.get(name);
    if (known) return known;
    const { form } = await catalogue.itemAt(itemKey, { itemVersion, catalogueVersion });
    const { schemaCheck } = await jsonSchema();
    const rules = {
      check: schemaCheck(form ?? { type: 'object' }),
      identifiers: identifiersOf(form),
      lines: oneLineFields(form),
    };
    if (checks.size >= keptChecks) checks.clear();
    checks.set(name, rules);
    return rules;
  }

  return {
    /** Every fault of a form against the version of the item on which its case began. */
    async issuesIn(application: ItemVersion, form: Form, language: Language): Promise<readonly z.core.$ZodIssue[]> {
      const { check, lines } = await rulesOf(application);
      const broken = brokenLines(form, lines).map((pointer): z.core.$ZodIssue => {
        const params = { code: 'one-line' };
        return { code: 'custom', path: stepsOf(pointer), message: moreLines[language], params };
      });
      return [...check(form, messages[language]), ...broken];
    },

    /** Where the form of a version has numbers with rules of their own. */
    async identifiersIn(application: ItemVersion): Promise<readonly Identifier[]> {
      return (await rulesOf(application)).identifiers;
    },

    /** Says of a form's rules why they cannot be used, by path; nothing when they can. Rules are read where a catalogue is prepared. */
    async faultFinder(): Promise<RuleFaults> {
      return (await import('#shared/json-schema-faults')).schemaFaults;
    },
  };
}
