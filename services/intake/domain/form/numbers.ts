import type { Day } from '#shared/calendar';
import { documentKinds, numberFault, type DocumentKind, type NumberFault } from '#shared/document-number';
import { normaliseNumber } from '#shared/identity-number';
import type { Form } from './form.ts';
import { formDocumentKinds, type Identifier } from './identifiers.ts';
import { assign, placesOf, pointerTo, stepsOf, valueAt } from './pointer.ts';

/** One number in a form. */
export interface FormNumber {
  pointer: string;
  text: string;
  identifier: Identifier;
  /** Of which documents it may be the number. */
  documents: readonly DocumentKind[];
}

const someDocument = [...formDocumentKinds];
const documentsOf = {
  'identity-number': ['resident-id'],
  uscc: ['uscc'],
  'document-number': someDocument,
  'document-number-or-uscc': [...someDocument, 'uscc'],
  'project-code': [],
} as const satisfies Record<Identifier['kind'], readonly DocumentKind[]>;

/** All numbers that were filled in, each in its written form: `x` is `X`, full width is half width, without spaces and dashes. */
export function numbersIn(form: Form, identifiers: readonly Identifier[]): FormNumber[] {
  return identifiers.flatMap((identifier) =>
    placesOf(form, identifier.path).flatMap((pointer) => {
      const text = valueAt(form, pointer);
      if (typeof text !== 'string' || text === '') return [];
      return [
        { pointer, text: writtenAs(text, identifier), identifier, documents: documentsAt(form, pointer, identifier) },
      ];
    }),
  );
}

/** A form with its numbers as they are written: what is kept, compared and shown is one form of each. */
export function written(form: Form, numbers: readonly FormNumber[]): Form {
  const changed = numbers.filter(({ pointer, text }) => valueAt(form, pointer) !== text);
  return changed.reduce((made, { pointer, text: value }) => assign(made, { pointer, value }), form);
}

/** What is wrong with a number; `today` is a day in Shanghai. Where it may be of several documents, one must know it. */
export function faultOf({ text, identifier, documents }: FormNumber, today: Day): NumberFault | undefined {
  if (identifier.kind === 'project-code') return projectFault(text, today);
  // What is that long has a check character, or is the old card of a permanent resident from abroad.
  const possible = documents.filter((one) => documents.length === 1 || text.length < 15 || checked.has(one));
  const faults = possible.map((kind) => numberFault(kind, text, today));
  return faults.includes(undefined) ? undefined : (faults.find((one) => one !== 'shape') ?? 'shape');
}

const checked: ReadonlySet<DocumentKind> = new Set(['resident-id', 'foreign-permanent-resident', 'uscc']);

/** Whether a failing check may be confirmed by who saw the document: of a code it may, of a person's number never. */
export const isConfirmable = ({ text, documents }: FormNumber): boolean =>
  documents.includes('uscc') && (documents.length === 1 || !/^\d{17}[\dX]$/.test(text));

// A code of a project has dashes, which are part of it.
const writtenAs = (text: string, { kind }: Identifier) =>
  kind === 'project-code' ? text.normalize('NFKC').trim() : normaliseNumber(text);

function documentsAt(form: Form, pointer: string, { kind, kindAt }: Identifier): readonly DocumentKind[] {
  if (kindAt === undefined) return documentsOf[kind];
  const said = valueAt(form, pointerTo([...stepsOf(pointer).slice(0, -1), kindAt]));
  const known = documentKinds.find((one) => one === said);
  return known ? [known] : documentsOf[kind];
}

/**
 * 项目代码: time, region, department, kind, number; the provincial platform gives it, and the rule of its last digits is not
 * public. The time is a year, or since November 2020 year and month.
 */
function projectFault(text: string, today: Day): NumberFault | undefined {
  const time = /^(\d{4})-\d{6}-\d{2}-\d{2}-\d{6}$/.exec(text)?.[1];
  if (!time) return 'shape';
  const year = time >= '2000' && time <= today.slice(0, 4);
  const month = /^\d{2}(0[1-9]|1[0-2])$/.test(time) && time >= '2011' && time <= today.slice(2, 7).replace('-', '');
  return year || month ? undefined : 'shape';
}
