import type { Saying } from '#shared/locale';
import type { NoticeFault } from '../../domain/clock/notice-faults.ts';

/** What a fault of a calendar says to its publisher. */
export const calendarWords: Record<NoticeFault['code'], (about: string) => Saying> = {
  'too-early': (year) => ({
    zh: `${year} 年的放假安排尚不可能公布。`,
    en: `The notice for ${year} cannot have been published yet.`,
  }),
  'notice-year': (year) => ({
    zh: `${year} 年的安排须由上一年或当年的通知公布。`,
    en: `The days of ${year} are published by a notice of the year before, or amended by one of the year itself.`,
  }),
  past: (day) => ({
    zh: `${day} 已过，须说明更正理由（correction）方可更改。`,
    en: `${day} is over: it stays what it was unless \`correction\` says why it turns.`,
  }),
  'other-year': (day) => ({ zh: `${day} 不在该年度内。`, en: `${day} is not a day of this year.` }),
  twice: (day) => ({ zh: `${day} 重复出现。`, en: `${day} stands twice.` }),
  weekday: (day) => ({
    zh: `${day} 不是周末，无需列为调休上班日。`,
    en: `${day} is no weekend day: it is worked anyway.`,
  }),
  'not-off': (day) => ({
    zh: `${day} 是法定节假日，应当列为放假日。`,
    en: `${day} is a holiday by law and must be off.`,
  }),
  'too-few': (days) => ({
    zh: `全年仅减少 ${days} 个工作日，少于法定天数。`,
    en: `The year loses only ${days} working days: fewer than the law gives.`,
  }),
  'too-many': (days) => ({
    zh: `全年减少 ${days} 个工作日，超出合理范围。`,
    en: `The year loses ${days} working days: more than can be.`,
  }),
};
