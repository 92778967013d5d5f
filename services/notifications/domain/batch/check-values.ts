import { mostParts } from '../template/lint.ts';
import { foreignHosts, hasIdNumber } from '../template/links.ts';
import { namesAsked } from '../template/names.ts';
import { sayer, type Values } from '../template/render.ts';
import { hasEmoji, smsLength, smsParts } from '../template/sms.ts';
import type { Template } from '../template/template.ts';
import { textsOf } from '../template/texts.ts';
import { fitsField } from '../template/wechat.ts';
import type { RowFault, RowFaultCode } from './batch.ts';

type Fault = Omit<RowFault, 'line'>;

/** As long as a sample of a template may be: nothing longer was ever measured. */
const longest = 200;

/** What is wrong with the values of a row: one by one, and, where each is sound, once they stand in the texts of its template. */
export function valuesChecked({ template, signature }: { template: Template; signature: string }) {
  const { names, flags } = namesAsked(template);
  const known = new Set(names);
  const togetherFaults = textsChecked({ template, signature });
  return (values: Values): Fault[] => {
    const single = [
      ...names.flatMap((name) => valueFaults(values[name], flags.has(name)).map((code) => ({ code, column: name }))),
      ...Object.keys(values).flatMap((name) => (known.has(name) ? [] : [{ code: 'unknown-name' } as const])),
    ];
    return single.length > 0 ? single : togetherFaults(values).map((code) => ({ code }));
  };
}

function valueFaults(value: string | undefined, isFlag: boolean): RowFaultCode[] {
  if (value === undefined || value.trim() === '') return ['missing'];
  if (value.length > longest) return ['too-long'];
  if (/\p{Cc}/u.test(value)) return ['more-lines'];
  if (isFlag) return value === 'yes' || value === 'no' ? [] : ['not-yes-or-no'];
  return [
    ...(hasIdNumber(value) ? ['id-number' as const] : []),
    ...(foreignHosts(value).length > 0 ? ['foreign-link' as const] : []),
    ...(hasEmoji(value) ? ['emoji' as const] : []),
  ];
}

/** The texts that are measured, read once for all rows: what an SMS comes to, and what fits its field of WeChat. */
function textsChecked({ template, signature }: { template: Template; signature: string }) {
  const tongues = ['zh', 'en'] as const;
  const said = textsOf(template).flatMap(({ channel, field, texts }) =>
    tongues.map((tongue) => ({ channel, field, say: sayer(texts[tongue]) })),
  );
  const faultOf = ({ channel, field, say }: (typeof said)[number], values: Values): RowFaultCode[] => {
    if (channel === 'sms') {
      return smsParts(smsLength(say(values), signature)) > mostParts ? ['too-many-parts'] : [];
    }
    return field && fitsField(field, say(values)) !== 'fits' ? ['unfit-field'] : [];
  };
  // Each once: what is too long in both languages is one fault.
  return (values: Values): RowFaultCode[] => [...new Set(said.flatMap((one) => faultOf(one, values)))];
}
