import * as z from 'zod';
import { once } from '#shared/once';
import { mostLines } from '../domain/bill/bill.ts';

const duplicate = (words: { zh: string; en: string }) => ({ params: { code: 'duplicate', ...words } });

/** The bills that are paid together. */
export const billIdsInput = once(() =>
  z
    .array(z.uuid())
    .min(1)
    .max(mostLines)
    .refine(
      (ids) => new Set(ids).size === ids.length,
      duplicate({ zh: '同一缴费单只填一次。', en: 'Each bill stands once.' }),
    )
    .meta({ description: 'Of whatever payees; each once' }),
);

/** Fee lines, told apart by their codes. */
export const feeLinesInput = <Line extends z.ZodType<{ code: string }>>(line: Line) =>
  z
    .array(line)
    .min(1)
    .max(mostLines)
    .refine(
      (lines) => new Set(lines.map(({ code }) => code)).size === lines.length,
      duplicate({ zh: '同一收费项目只填一次。', en: 'Each line of the charge list stands once.' }),
    );
