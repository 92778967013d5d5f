import { dayOf, type CalendarYear } from '#shared/calendar';
import type { Application } from '../case/application.ts';
import type { DueAt } from '../clock/limit.ts';
import type { Limit, PublishedItem } from '../catalogue/item.ts';
import type { Line } from '../material/case-materials.ts';
import type { Form } from '../form/form.ts';
import { dayInWords, type Block, type Label, type Row } from '#shared/paper/sheet';

/** All that a document is written from: the case, its item and form, the office, and the moment of the act. */
export interface About {
  application: Application;
  item: PublishedItem;
  form: Form;
  office: Label;
  /** Offices whose opinion was not followed; none in most cases. */
  against: readonly Label[];
  /** Documents of the applicant's library that the case uses, as far as they were given by then. */
  lines: readonly Line[];
  at: Date;
  calendar: readonly CalendarYear[];
}

/** What a kind of document says; number, office, date and seal are the same for all. */
export interface Content {
  title: Label;
  blocks: readonly Block[];
  english: readonly string[];
}

export type Write = (about: About) => Content;

export const passage = (text: string): Block => ({ kind: 'paragraph', text });
export const table = (...rows: readonly (Row | undefined)[]): Block => ({
  kind: 'table',
  rows: rows.filter((one) => one !== undefined),
});
/** A table under a heading; none where it would be empty. */
export function headed(heading: Label, ...rows: readonly (Row | undefined)[]): Block[] {
  const said = rows.filter((one) => one !== undefined);
  return said.length === 0 ? [] : [{ kind: 'table', heading, rows: said }];
}
export const row = (zh: string, en: string, value: string | undefined): Row | undefined =>
  value === undefined ? undefined : { label: { zh, en }, value };

/** A moment's day in words. */
export const dayOn = (at: Date): string => dayInWords(dayOf(at));

/** The last day of a time, marked where the calendar of its year is not published. */
export const lastDayOf = ({ dueAt, provisional }: DueAt): string =>
  provisional ? `${dayOn(dueAt)}（暂定，以公布的节假日安排为准）` : dayOn(dueAt);

/** When it came in; a case that was not handed in gets no document. */
export function receivedOn({ submittedAt, createdAt }: Application): string {
  return dayOn(submittedAt ?? createdAt);
}

/** The case as every document names it. */
export const caseRows = ({ application, item }: About): (Row | undefined)[] => [
  row('办件编号', 'Case number', application.number),
  row('申请事项', 'Item', `${item.name} ${item.nameEn}`),
];

const units: Record<Limit['unit'], string> = {
  minute: '分钟',
  hour: '小时',
  'working-day': '个工作日',
  day: '日',
  month: '个月',
};
export const limitInWords = ({ n, unit }: Limit): string => (n === 0 ? '即时办理' : `${n}${units[unit]}`);

/** 救济途径: told with every decision against the applicant (行政许可法 art. 38; 行政复议法 art. 20; 行政诉讼法 art. 46). */
export const remedies = passage(
  '如不服本决定，可以自收到本决定之日起六十日内依法申请行政复议，也可以自收到本决定之日起六个月内依法向人民法院提起行政诉讼。',
);
export const remediesInEnglish =
  "You may apply for administrative reconsideration within sixty days of receiving this decision, or bring an action before a people's court within six months.";
export const chineseHolds = 'This English summary is for convenience; the Chinese text holds.';
