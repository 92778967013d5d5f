import { lint, type LintFault } from '../template/lint.ts';
import { parse } from '../template/parse.ts';
import type { Values } from '../template/render.ts';
import type { Template } from '../template/template.ts';
import { textsOf } from '../template/texts.ts';
import { rowFaultCode, type RowFault, type RowFaultCode } from './batch.ts';

type Fault = Omit<RowFault, 'line'>;

/** As long as a sample of a template may be: nothing longer was ever measured. */
const longest = 200;

/** The names that a template uses, sorted, and which of them only switch a text on. */
export function namesAsked(template: Template): { names: string[]; flags: ReadonlySet<string> } {
  const pieces = textsOf(template).flatMap(({ texts }) => [texts.zh, texts.en].flatMap((text) => parse(text).pieces));
  const named = pieces.flatMap((one) => (one.kind === 'name' ? [one.name] : []));
  const flags = new Set(pieces.flatMap((one) => (one.kind === 'flag' && !named.includes(one.name) ? [one.name] : [])));
  return { names: [...new Set([...named, ...flags])].toSorted(), flags };
}

/** What is wrong with the values of a row: one by one, and, where each is sound, once they stand in the texts of its template. */
export function valuesChecked({ template, signature }: { template: Template; signature: string }) {
  const { names, flags } = namesAsked(template);
  const known = new Set(names);
  return (values: Values): Fault[] => {
    const single = [
      ...names.flatMap((name) => valueFault(values[name], flags.has(name)).map((code) => ({ code, column: name }))),
      ...Object.keys(values).flatMap((name) => (known.has(name) ? [] : [{ code: 'unknown-name' } as const])),
    ];
    return single.length > 0 ? single : togetherFaults(lint({ ...template, sample: values }, signature));
  };
}

function valueFault(value: string | undefined, isFlag: boolean): RowFaultCode[] {
  if (value === undefined || value.trim() === '') return ['missing'];
  if (value.length > longest) return ['too-long'];
  if (/\p{Cc}/u.test(value)) return ['more-lines'];
  return isFlag && value !== 'yes' && value !== 'no' ? ['not-yes-or-no'] : [];
}

/** Each once: a value that is too long for the SMS in both languages is one fault. */
function togetherFaults(found: readonly { pointer: string; fault: LintFault }[]): Fault[] {
  const faults = found.flatMap(({ pointer, fault }): Fault[] => {
    const { data: code } = rowFaultCode.safeParse(fault);
    const [, column] = /^\/sample\/(.+)$/.exec(pointer) ?? [];
    return code ? [{ code, ...(column && { column }) }] : [];
  });
  return [...new Map(faults.map((one) => [`${one.code} ${one.column ?? ''}`, one])).values()];
}
