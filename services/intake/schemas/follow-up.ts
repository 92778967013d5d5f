import * as z from 'zod';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { revokeGround } from '../domain/case/application.ts';
import { sanction } from '../domain/case/sanction.ts';
import { changes } from './act.ts';
import { atDesk } from './at-desk.ts';

/** What opens a case upon one that has ended. */
export const correctBody = once(() =>
  z
    .strictObject({
      why: text(2000),
      ...atDesk(),
      changes: changes().min(1).optional().meta({ description: 'What the form should have said, by JSON pointer' }),
    })
    .meta({ id: 'CorrectInput' }),
);
export const revokeBody = once(() =>
  z
    .strictObject({ ground: revokeGround.meta({ description: '行政许可法 art. 69' }), why: text(2000) })
    .meta({ id: 'RevokeInput' }),
);
export const sanctionBody = once(() =>
  z
    .strictObject({
      act: sanction.meta({ description: '暂扣, 恢复, 吊销 (行政处罚法 art. 9)' }),
      why: text(2000).meta({ description: 'The facts, and the law that the sanction rests on' }),
    })
    .meta({ id: 'SanctionInput' }),
);
export const reviewBody = once(() => z.strictObject({ why: text(2000), ...atDesk() }).meta({ id: 'ReviewInput' }));

/** 回避 from a case as such; a head says who. */
export const stepBackBody = once(() =>
  z.strictObject({ who: z.string().min(1).max(128).optional(), reason: text(500) }).meta({ id: 'StepBackInput' }),
);
