import { dueBy, correctBy } from '../case/standing.ts';
import { tolerateUntil } from '../case/tolerating.ts';
import type { Application } from '../case/application.ts';
import type { Defect } from '../case/correction.ts';
import type { PublishedItem } from '../catalogue/item.ts';
import {
  caseRows,
  chineseHolds,
  dayOn,
  lastDayOf,
  limitInWords,
  passage,
  receivedOn,
  remedies,
  remediesInEnglish,
  row,
  table,
  type About,
  type Content,
} from './about.ts';
import { libraryRows } from './library-rows.ts';
import { labelAt } from './form-rows.ts';

/** 受理通知书. The promised limit is counted as it stood at the acceptance, whatever paused or extended it later. */
export function acceptance(about: About): Content {
  const { application, item, calendar } = about;
  const silent = application.acceptedBy === 'silence';
  const due = dueBy({ ...application, pauses: [], extension: undefined }, 'promised', calendar);
  const how = silent
    ? `本机关未在法定期限内告知是否受理，依照《中华人民共和国行政许可法》第三十二条第一款第四项，该申请自${receivedOn(application)}收到之日起即为受理。`
    : '申请材料齐全、符合法定形式，依照《中华人民共和国行政许可法》第三十二条第一款第五项，本机关决定予以受理。';
  const { tolerance } = application;
  return {
    title: { zh: '受理通知书', en: 'Notice of acceptance' },
    blocks: [
      passage(`你（单位）于${receivedOn(application)}提出的“${item.name}”申请收悉。${how}`),
      table(
        ...caseRows(about),
        row('受理日期', 'Accepted on', application.acceptedAt && dayOn(application.acceptedAt)),
        row('法定办结时限', 'Legal limit', limitInWords(application.legal)),
        row('承诺办结时限', 'Promised limit', limitInWords(application.promised)),
        row('承诺办结日期', 'Promised by', due && lastDayOf(due)),
      ),
      ...libraryRows(about),
      ...(tolerance ? toFollow(tolerance, about) : []),
    ],
    english: [
      silent
        ? 'As the office said nothing within five working days, your application is accepted as of the day of receipt.'
        : 'Your application has been accepted; the limits above are counted from the day after acceptance.',
      chineseHolds,
    ],
  };
}

/** 容缺受理: what may follow and until when, and the promise as it was signed. */
function toFollow(
  { requirements, days, promise }: NonNullable<Application['tolerance']>,
  about: About,
): Content['blocks'] {
  const { application, item, calendar } = about;
  const until = tolerateUntil({ ...application, tolerance: { requirements, days } }, calendar);
  const names = requirements.map((type) => materialName(item, type)).join('、');
  const signer = promise?.signedBy === 'self' ? '申请人' : '到场办理人';
  return [
    passage(`依你（单位）书面承诺，下列材料可以自受理之日起${days}个工作日内补交（容缺受理）：${names}。`),
    ...(promise ? [passage(`承诺书（${promise.wording}）：${promise.text}`)] : []),
    table(
      row('补交截止日期', 'To follow by', until && lastDayOf(until)),
      row('承诺人', 'Signed by', promise && signer),
      row('承诺日期', 'Signed on', promise && dayOn(promise.signedAt)),
      row('承诺书存放编号', 'Kept as', promise?.signatureRef),
      row('承诺书校验值', 'SHA-256 of the promise', promise?.sha256),
    ),
  ];
}

/** 补正告知书: all defects at once, with what mends each and until when (行政许可法 art. 32(1)(4)). */
export function correction(about: About): Content {
  const { application, item, at, calendar } = about;
  const notice = application.corrections.find((one) => one.at.getTime() === at.getTime());
  const until = notice && correctBy({ ...notice, extraDays: undefined, until: undefined }, calendar);
  const later = application.acceptedAt !== undefined && application.acceptedAt < at;
  const limit = notice ? `请在收到本通知之日起${notice.days}个工作日内` : '请';
  return {
    title: later
      ? { zh: '补充材料告知书', en: 'Request for supplements' }
      : { zh: '补正告知书', en: 'Notice of what is to be corrected' },
    blocks: [
      passage(
        `你（单位）于${receivedOn(application)}提出的“${item.name}”申请，经审查，下列内容需要${later ? '补充' : '补正'}，现一次性告知。${limit}按下列要求提交，只需提交所列内容：`,
      ),
      { kind: 'list', items: (notice?.defects ?? []).map((one) => defectInWords(one, about)) },
      table(...caseRows(about), row('提交截止日期', 'To be sent in by', until && lastDayOf(until))),
      passage(
        later
          ? '等待补充材料的时间不计入办理时限。逾期未补充的，本机关依据现有材料继续审查。'
          : '逾期未补正的，本次申请办结；你（单位）可以重新提出申请。',
      ),
    ],
    english: [
      'The points listed above are to be corrected by the day given; nothing else need be sent in.',
      chineseHolds,
    ],
  };
}

const defectInWords = (defect: Defect, about: About): string =>
  `${placeOf(defect, about)}：${defect.what}；应当：${defect.mend}`;

/** What a defect is about: a field, a material, or both. */
export function placeOf({ pointer, material }: Defect, { item, form }: About): string {
  const places = [
    pointer && labelAt(item.form ?? {}, pointer, form),
    material && `材料“${materialName(item, material)}”`,
  ];
  return places.filter(Boolean).join('、');
}

const materialName = ({ materials }: PublishedItem, type: string): string =>
  materials.find((one) => one.type === type)?.name ?? type;

/** 不予受理通知书: with reasons, guidance and remedies (行政许可法 arts 32, 38). */
export function refusalOfAcceptance(about: About): Content {
  const { application, item } = about;
  const { refusal, decision } = application;
  return {
    title: { zh: '不予受理通知书', en: 'Refusal of acceptance' },
    blocks: [
      passage(`你（单位）于${receivedOn(application)}提出的“${item.name}”申请，经审查，本机关决定不予受理。`),
      passage(`理由：${refusal?.reasons ?? decision?.reasons ?? ''}`),
      ...(refusal ? [passage(`办理指引：${refusal.guidance}`)] : []),
      table(...caseRows(about)),
      remedies,
    ],
    english: ['Your application is not accepted, for the reasons given above.', remediesInEnglish, chineseHolds],
  };
}

/** 指路: another office's; told at once, and which one (行政许可法 art. 32(1)(2)). */
export function signpost(about: About): Content {
  const { application, item } = about;
  const { refusal, decision } = application;
  // A case that was sent on before a head had to agree has the office and the guidance in its decision.
  const { name, guidance } = refusal?.office
    ? { name: refusal.office.name, guidance: refusal.guidance }
    : { name: decision?.reasons ?? '', guidance: decision?.opinion ?? '' };
  return {
    title: { zh: '不属于本机关职权告知书', en: 'Signpost to another office' },
    blocks: [
      passage(
        `你（单位）于${receivedOn(application)}提出的“${item.name}”申请，依法不属于本机关职权范围。请向下列机关提出：${name}。`,
      ),
      passage(`办理指引：${guidance}`),
      table(...caseRows(about)),
      remedies,
    ],
    english: ['This application is a matter of another office, which is named above.', remediesInEnglish, chineseHolds],
  };
}
