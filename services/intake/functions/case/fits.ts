import { isOpen } from '../../domain/case/ahead.ts';
import type { Change } from '../../domain/case/change.ts';
import type { Form } from '../../domain/form/form.ts';

// A row of DynamoDB holds 400 KB: names, values and keys together.
const roomyBytes = 300_000;
const fullBytes = 370_000;
const bulkyBytes = 8_000;

/**
 * Whether a change finds room in the rows of its case. What is bulky is refused early, so that the small acts still fit; what ends a
 * case always does.
 */
export function fits({ before, application, form }: Change): boolean {
  if (form && !fitsForm(form.is)) return false;
  if (!isOpen(application)) return true;
  const after = bytesOf(application);
  const grown = after - bytesOf(before);
  return after <= roomyBytes || (after <= fullBytes && grown <= bulkyBytes);
}

/** A form is a row of its own, and grows with what is put into it. */
export const fitsForm = (form: Form): boolean => bytesOf(form) <= roomyBytes;

const bytesOf = (value: object): number => Buffer.byteLength(JSON.stringify(value));
