import * as z from 'zod';
import { once } from '#shared/once';
import { groupStates } from '../domain/evaluation/table.ts';
import { caseOfItem, itemState } from './plan.ts';

const day = z.iso.date;
const key = z.string;

const opinion = once(() =>
  z.object({
    key: key(),
    department: key(),
    days: z.int().meta({ description: 'Working days that are promised' }),
    state: itemState(),
    applies: z.enum(['yes', 'no', 'unknown']),
    because: z.enum(['condition', 'area-evaluation']).optional(),
    evaluation: key().optional(),
    area: z
      .object({ areaId: z.uuid(), reportId: z.uuid(), until: day() })
      .optional()
      .meta({ description: 'By which area and report it need not be filed, and until which day' }),
    asks: z.array(key()).optional(),
    until: day().optional().meta({ description: 'The last day for its department, while that is counted' }),
    opinion: z.enum(['granted', 'refused']).optional(),
    case: caseOfItem().optional(),
  }),
);
export const evaluationsReply = once(() =>
  z
    .object({
      stage: z.int(),
      today: day(),
      state: z.enum(groupStates),
      filedOn: z.array(day()).meta({ description: 'Days on which they were handed in: one, where one form was' }),
      awaited: z.array(key()).meta({ description: 'Departments that have what was handed in and have not said yet' }),
      opinions: z.array(opinion()),
    })
    .meta({ id: 'EvaluationTable' }),
);
