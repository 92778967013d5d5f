import * as z from 'zod';
import { once } from '#shared/once';
import { paperKind } from '../domain/document/paper-kind.ts';
import { moment } from './case.ts';
import { since } from './since.ts';

const label = once(() => z.object({ zh: z.string(), en: z.string() }));
const verification = once(() =>
  z.string().meta({ description: '校验号: printed on every page, with the set that made it in front' }),
);

const papered = once(() => ({
  kind: paperKind(),
  title: label(),
  office: label(),
  day: z.string().meta({ description: 'Day of the act, in Shanghai' }),
  number: z.string().optional().meta({ description: '文号; what the applicant says himself has none' }),
  verification: verification(),
  sealedAt: moment(),
}));

const shown = once(() => ({
  document: z.string().meta({ description: 'Its name within the case: version of the case and kind' }),
  ...papered(),
  bytes: z.int(),
  sha256: z.string().meta({ description: 'Of the whole file, base64url' }),
  unshown: z.int().optional().meta({
    description: 'How many characters the font lacks: they are printed by their codes, 〔U+20BB7〕. Absent: none',
  }),
}));

export const documentList = once(() => z.object({ items: z.array(z.object(shown())) }).meta({ id: 'CaseDocuments' }));

export const documentReply = once(() =>
  z
    .object({
      ...shown(),
      unshownCharacters: z
        .array(z.object({ code: z.string(), character: z.string() }))
        .optional()
        .meta({ description: 'Which characters are printed by their codes, each once, by number' }),
      url: z.url().meta({ description: 'The PDF, for a minute' }),
      until: moment(),
    })
    .meta({ id: 'CaseDocumentFile' }),
);

export const verifyBody = once(() =>
  z
    .strictObject({
      content: z.base64().min(4).max(260_000).meta({ description: 'The file, base64: some 190 KB' }),
    })
    .meta({ id: 'VerifyInput' }),
);

export const verifyReply = once(() =>
  z
    .object({
      verdict: z.enum(['intact', 'altered', 'other-set', 'not-ours']),
      text: z.string().meta({ description: 'The same in words' }),
      set: z.string().optional().meta({ description: 'The set that made it, by its own word, where it is another' }),
      signer: z.string().optional().meta({ description: 'Whose certificate sealed it, where the seal holds' }),
      stands: z.boolean().optional().meta({
        description: 'False where the decision on an intact paper was taken back since; absent: it is as it was',
      }),
      since: since().optional(),
      document: z.object(papered()).optional().meta({ description: 'What was made under its verification number' }),
    })
    .meta({ id: 'Verified' }),
);

export const page = once(() => z.string().meta({ description: 'HTML' }));

/** 送达情况 of a case. */
export const servedList = once(() =>
  z
    .object({
      items: z.array(
        z.object({
          noticeId: z.uuid(),
          message: z.string().meta({ description: 'What was told: `accepted`, `correcting` …' }),
          step: z.enum(['sent', 'delivered', 'read']),
          channel: z.string(),
          at: z.iso.datetime(),
          counts: z.boolean().meta({ description: 'Whether this step counts as service' }),
          servedAt: z.iso.datetime().optional().meta({ description: '送达日期: when it first counted' }),
        }),
      ),
    })
    .meta({ id: 'ServedList' }),
);
