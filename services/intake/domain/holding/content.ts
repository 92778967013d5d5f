import type { Issued } from '../case/issued.ts';
import { resultsFrom } from '../bundle/fill.ts';
import { sourcedFieldsOf } from '../bundle/fields.ts';
import type { Form, FormSchema } from '../form/form.ts';
import { pointerTo, valueAt } from '../form/pointer.ts';

/** What the case that gave a licence says: what its decision has issued, and the form that was granted. */
export interface Granted {
  issued: Issued | undefined;
  form: Form;
  schema: FormSchema;
}

/** What a field of a form wants of a licence. */
interface Wanted {
  /** `<licence type>/<field>`, or `party`: what registers its holder. */
  name: string;
  sameAs: string | undefined;
}

/** A value of a licence: as its decision gave it by name, else as the granted form has it under the same city-wide key. */
export function valueIn({ issued, form, schema }: Granted, { name, sameAs }: Wanted): unknown {
  const [type = ''] = name.split('/');
  const told = issued && resultsFrom(issued, [type])[name];
  if (told !== undefined && name !== 'party') return told;
  if (name === 'party' && issued?.party !== undefined && sameAs === 'company.uscc') return issued.party;
  const field = sourcedFieldsOf(schema).find((one) => sameAs !== undefined && one.sameAs === sameAs);
  return field && valueAt(form, pointerTo(field.path));
}
