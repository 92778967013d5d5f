import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { mandateActs, mandateStates } from '../domain/mandate/graph.ts';
import { endedBy } from '../domain/mandate/mandate.ts';

const item = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
);
const stage = once(() => z.int().min(1).max(4));
const isSet = (values: readonly unknown[]) => new Set(values).size === values.length;
const day = z.iso.date;
const sheet = () => z.uuid().meta({ description: 'The signed sheet, a document of the library' });

/** What is to be agreed. */
export const mandateBody = once(() =>
  z
    .strictObject({
      stages: z.array(stage()).min(1).max(4).refine(isSet),
      extent: z.enum(['full', 'partial']).meta({ description: '全程代办 or 部分代办' }),
      items: z.array(item()).min(1).max(60).refine(isSet).optional().meta({ description: 'Of a partial one' }),
      until: day().optional().meta({ description: 'Its end, this day not included; absent: until it is ended' }),
    })
    .meta({ id: 'MandateInput' }),
);
export const mandateReasonsBody = once(() =>
  z.strictObject({ reasons: text(500) }).meta({ id: 'MandateReasonsInput' }),
);
export const sheetBody = once(() =>
  z.strictObject({ reasons: text(500), day: day(), sheet: sheet() }).meta({ id: 'EndMandateByWindowInput' }),
);
export const endingBody = once(() =>
  z
    .strictObject({
      reasons: text(500),
      day: day(),
      sheet: sheet()
        .optional()
        .meta({ description: 'Needed at a window; online the investor’s own account stands for it' }),
    })
    .meta({ id: 'TerminateMandateInput' }),
);
export const visitBody = once(() =>
  z
    .strictObject({
      score: z.int().min(1).max(5).meta({ description: 'As in 好差评: 1 is very content, 4 and 5 are not' }),
      remarks: text(500).optional(),
    })
    .meta({ id: 'MandateVisitInput' }),
);

export const mandatesQuery = once(() =>
  z.strictObject({
    ...pageQuery(),
    state: z.enum(mandateStates).optional().meta({ description: 'Staff: all of the set in this state' }),
    visit: z
      .literal('due')
      .optional()
      .meta({ description: 'Staff: those that are over and whose investor nobody has asked yet' }),
  }),
);

const moment = z.iso.datetime;
const shown = once(() => ({
  id: z.uuid(),
  status: z.enum(mandateStates),
  version: z.int(),
  number: z.string(),
  projectId: z.uuid(),
  principal: z.string().meta({ description: 'The investor, by its party' }),
  officer: z.string().optional().meta({ description: 'Who acts, by his party' }),
  stages: z.array(stage()),
  extent: z.enum(['full', 'partial']),
  askedAt: moment(),
}));
const actions = once(() => z.array(z.enum(mandateActs)));
const mandated = once(() =>
  z.object({
    partyId: z.string(),
    authorityId: z.uuid().meta({ description: 'By which he acts in intake' }),
    from: moment().optional(),
    until: moment().optional(),
  }),
);
const entry = once(() =>
  z.object({
    at: moment(),
    act: z.string(),
    office: z.string(),
    actor: z.string(),
    onBehalfOf: z.string().optional().meta({ description: 'For whom, where the investor did not act itself' }),
  }),
);

export const mandatePage = once(() =>
  pageOf(z.object(shown()).meta({ id: 'MandateOutline' })).meta({ id: 'MandatePage' }),
);
export const mandateReply = once(() =>
  z
    .object({
      ...shown(),
      items: z.array(z.string()),
      until: moment().optional(),
      askedBy: z.enum(['investor', 'office']),
      officers: z.array(mandated()).meta({ description: 'All who have acted; the last one is in place' }),
      fee: z.literal('free').meta({ description: '代办不收费; fees that the law sets are paid by the owner' }),
      notices: z.object({ to: z.string(), seenBy: z.string().optional() }).meta({
        description: 'Who is notified of the cases, and which officer sees the same; shown before it is sealed',
      }),
      signedAt: moment().optional(),
      sealed: z.object({ at: moment(), by: z.string(), assurance: z.int() }).optional(),
      doneAt: moment().optional(),
      ending: z
        .object({
          at: moment(),
          reasons: z.string().optional(),
          why: z.enum(endedBy).optional().meta({ description: 'Where it has ended by itself' }),
          day: day().optional(),
          sheet: z.uuid().optional(),
        })
        .optional(),
      visit: z.object({ at: moment(), score: z.int(), remarks: z.string().optional(), by: z.string() }).optional(),
      visitDue: z.boolean(),
      actions: actions(),
      timeline: z.array(entry()),
    })
    .meta({ id: 'Mandate' }),
);
export const sheetReply = once(() =>
  z
    .object({
      url: z.string(),
      until: moment(),
      sha256: z.string(),
      certificate: z.string().meta({ description: 'SHA-256 of that of whoever has sealed it' }),
      bytes: z.int(),
    })
    .meta({ id: 'MandateSheet' }),
);
export const mandateActed = once(() =>
  z
    .object({ id: z.uuid(), status: z.enum(mandateStates), version: z.int(), number: z.string(), actions: actions() })
    .meta({ id: 'MandateActed' }),
);
