import { maskAddress, maskDocumentNumber, maskMail, maskName, maskPhone } from '#shared/mask';
import type { Form, Mask, MaskKind } from './form.ts';

const hide: Record<MaskKind, (text: string) => string> = {
  name: maskName,
  'document-number': maskDocumentNumber,
  phone: maskPhone,
  mail: maskMail,
  address: maskAddress,
};

/** A form with its personal fields masked. A draft is not checked yet, so whatever stands in such a place is hidden. */
export function masked(form: Form, masks: readonly Mask[]): Form {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, hidden(value, below(masks, name))]));
}

/** The masks that go on below a name, or below any entry of a list. */
export function below(masks: readonly Mask[], step: string): Mask[] {
  return masks.filter(({ path: [first] }) => first === step).map(({ path, kind }) => ({ path: path.slice(1), kind }));
}

function hidden(value: unknown, masks: readonly Mask[]): unknown {
  if (masks.length === 0 || value === null || value === undefined) return value;
  const here = masks.find(({ path }) => path.length === 0);
  if (here) return typeof value === 'string' ? hide[here.kind](value) : '***';
  // Where the form wants a list and finds an object, or the reverse, its masks say nothing of what stands there.
  const wantsList = masks.some(({ path: [first] }) => first === '*');
  if (typeof value !== 'object' || wantsList !== Array.isArray(value)) return '***';
  if (Array.isArray(value)) return value.map((entry) => hidden(entry, below(masks, '*')));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hidden(inner, below(masks, name))]));
}
