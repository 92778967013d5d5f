import type { Saying } from '#shared/locale';
import type { CatalogueFault } from '../../domain/catalogue/catalogue.ts';

/** What a fault of a catalogue says to its publisher. */
export const catalogueWords: Record<CatalogueFault['code'], (about: string) => Saying> = {
  duplicate: (key) => ({ zh: `${key} 重复出现。`, en: `${key} stands twice.` }),
  'unknown-department': (key) => ({
    zh: `${key} 不是本目录中的部门。`,
    en: `${key} is not a department of this catalogue.`,
  }),
  'unknown-item': (key) => ({ zh: `${key} 不是本目录中的事项。`, en: `${key} is not an item of this catalogue.` }),
  'promise-too-long': (limit) => ({
    zh: `承诺时限不得长于法定时限（${limit}）。`,
    en: `The promise is longer than the legal limit (${limit}).`,
  }),
  'broken-form': (rule) => ({ zh: `申请表规则有误：${rule}`, en: `The rules of the form have a fault: ${rule}` }),
};
