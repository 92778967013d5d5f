import { dayOf } from '#shared/calendar';
import { chineseHolds, caseRows, dayOn, passage, row, table, type About, type Content, type Write } from './about.ts';
import { closing, extension, specialProcedure, withdrawal } from './deciding.ts';
import { decision } from './decision.ts';
import { addresseeIn, formTables } from './form-rows.ts';
import type { DocumentKind } from './kind.ts';
import { isNumbered } from './number.ts';
import { receipt } from './receipt.ts';
import type { Sheet } from '#shared/paper/sheet';
import { acceptance, correction, refusalOfAcceptance, signpost } from './taking-in.ts';

const writers: Record<DocumentKind, Write> = {
  'application-form': applicationForm,
  receipt,
  'acceptance-notice': acceptance,
  'correction-notice': correction,
  'refusal-of-acceptance': refusalOfAcceptance,
  signpost,
  'special-procedure-notice': specialProcedure,
  'extension-notice': extension,
  decision,
  'withdrawal-receipt': withdrawal,
  'closing-notice': closing,
};

/** 申请表: made from the form, never an upload. The seal says that this is what came in. */
function applicationForm(about: About): Content {
  const { application, item, form, at } = about;
  const schema = item.form ?? {};
  const title = typeof schema['title'] === 'string' ? schema['title'] : `${item.name}申请表`;
  const titleEn = typeof schema['x-title-en'] === 'string' ? schema['x-title-en'] : `Application: ${item.nameEn}`;
  return {
    title: { zh: title, en: titleEn },
    blocks: [
      table(
        ...caseRows(about),
        row('办理情形', 'Situation', application.situation),
        row('提交日期', 'Handed in on', dayOn(at)),
      ),
      ...formTables(schema, form),
      ...(application.committed && item.commitment ? [passage(`告知承诺：${item.commitment.text}`)] : []),
      passage('本申请表由系统按申请人填报的内容生成。'),
    ],
    english: ['Made from what the applicant filled in.', chineseHolds],
  };
}

/** A document as a sheet to be drawn. */
export function sheetOf(
  kind: DocumentKind,
  about: About,
  { number, verification }: { number?: string | undefined; verification: string },
): Sheet {
  const addressed = isNumbered(kind) ? { to: addresseeIn(about.item.form ?? {}, about.form) } : {};
  return {
    ...writers[kind](about),
    ...addressed,
    ...(number && { number }),
    office: about.office,
    day: dayOf(about.at),
    verification,
  };
}
