import type * as z from 'zod';
import type { Language } from '#shared/problem';
import type { Application } from '../../domain/case/application.ts';
import type { Form } from '../../domain/form/form.ts';
import type { IntakeDeps } from '../../deps.ts';

export type CheckingDeps = Pick<IntakeDeps, 'forms' | 'partyKey' | 'parties'>;

/** Whose form it is, and by the rules of which version it is read. */
export type Whose = Pick<
  Application,
  'itemKey' | 'itemVersion' | 'catalogueVersion' | 'partyId' | 'appliesAs' | 'entry'
>;

export interface WithForm {
  whose: Whose;
  form: Form;
}

export interface Reading {
  at: Date;
  language: Language;
  /** That whoever answers at a desk confirms a code now. */
  codeSeen?: boolean | undefined;
}

/** A form as it is kept: with each number in its written form, and with all that is wrong with it. */
export interface CheckedForm {
  form: Form;
  issues: readonly z.core.$ZodIssue[];
}

/** Reads a form by its item's rules, its numbers by theirs, and what it says of the applicant beside what is known of him. */
export async function checkedForm(
  { whose, form }: WithForm,
  reading: Reading,
  deps: CheckingDeps,
): Promise<CheckedForm> {
  const identifiers = await deps.forms.identifiersIn(whose);
  if (identifiers.length === 0) return { form, issues: await deps.forms.issuesIn(whose, form, reading.language) };
  const { numbersChecked } = await import('./numbers-checked.ts');
  const checked = await numbersChecked({ whose, form, identifiers }, reading, deps);
  const issues = await deps.forms.issuesIn(whose, checked.form, reading.language);
  return { form: checked.form, issues: [...issues, ...checked.issues] };
}

/** A form with each number in its written form, of which nothing else is asked. */
export async function writtenForm({ whose, form }: WithForm, { forms }: Pick<CheckingDeps, 'forms'>): Promise<Form> {
  const identifiers = await forms.identifiersIn(whose);
  if (identifiers.length === 0) return form;
  const { numbersIn, written } = await import('../../domain/form/numbers.ts');
  return written(form, numbersIn(form, identifiers));
}
