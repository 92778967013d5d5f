import type { PublishedItem } from '../catalogue/item.ts';
import type { Form } from '../form/form.ts';
import { chineseHolds, headed, passage, row, table } from './about.ts';
import { fieldRows } from './form-rows.ts';
import { dayInWords, type Label, type Sheet } from '#shared/paper/sheet';

/** 电子证照: an edition of a licence, as it is put on paper. */
export interface Edition {
  item: PublishedItem;
  form: Form;
  office: Label;
  holder: string;
  /** Its public id (GB/T 36904). */
  id: string;
  /** 办件编号 of the case that gave it. */
  caseNumber: string;
  validFrom: string;
  /** Its last day; absent where it has no end. */
  validUntil?: string | undefined;
  /** Where anybody sees whether it holds. */
  page: string;
  verification: string;
}

/** The sealed paper of a licence: whose it is, who gave it, what it permits and until when, with a code that leads to whether it holds now. */
export function licenceSheet(edition: Edition): Sheet {
  const { item, form, office, holder, id, caseNumber, validFrom, validUntil, page, verification } = edition;
  const until = validUntil ? `至${dayInWords(validUntil)}` : '，长期有效';
  return {
    title: { zh: `${nameOf(item)}（电子证照）`, en: `Electronic licence: ${item.nameEn}` },
    blocks: [
      table(
        row('证照编号', 'Licence id', id),
        row('持证主体', 'Holder', holder),
        row('许可事项', 'Item', `${item.name} ${item.nameEn}`),
        row('发证机关', 'Issued by', `${office.zh} ${office.en}`),
        row('有效期', 'Valid', `自${dayInWords(validFrom)}${until}`),
        row('办件编号', 'Case number', caseNumber),
      ),
      ...headed(
        { zh: '许可内容', en: 'What it permits' },
        ...fieldRows(item.form ?? {}, form, item.result.shows ?? []),
      ),
      // 国务院令第716号 arts 8–12: in electronic form it equals paper.
      passage('本电子证照与纸质证照具有同等法律效力。是否仍然有效，以扫描二维码所示的当前状态为准。'),
    ],
    english: ['Scan the code to see whether this licence holds now.', chineseHolds],
    office,
    day: validFrom,
    verification,
    code: { address: page, label: { zh: '扫码核验', en: 'Scan to verify' } },
  };
}

/** 食品经营许可（新办） is what one applies for; what one has is 食品经营许可. */
const nameOf = ({ name }: PublishedItem): string => name.replace(/（[^（）]*）$/, '');
