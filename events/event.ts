import * as z from 'zod';
import { once } from '#shared/once';

/**
 * What every fact carries: CloudEvents 1.0 attributes, as the `detail` of an EventBridge entry.
 * `subject` is the aggregate's id and `sequence` its version after the act, so a copy is updated only by a higher one.
 * `toDistrict` asks for the hop from the city's bus to one set, or to all (`*`).
 */
export const envelope = once(() =>
  z.object({
    specversion: z.literal('1.0'),
    id: z.uuid(),
    source: z.string().min(1),
    type: z.string().regex(/^[a-z]+\.[a-z-]+\.v\d+$/),
    subject: z.string().min(1),
    time: z.iso.datetime({ offset: true }),
    datacontenttype: z.literal('application/json'),
    sequence: z.int().min(1),
    district: z.string().min(1),
    toDistrict: z.string().min(1).optional(),
    correlationId: z.string().min(1),
    causationId: z.string().min(1),
    data: z.record(z.string(), z.unknown()),
  }),
);

export type Envelope = z.infer<ReturnType<typeof envelope>>;

/** The contract of one event: one file each under `events/<owner>/`. */
export interface EventContract<Type extends string = string, Data extends z.ZodObject = z.ZodObject> {
  type: Type;
  /** `person`: somebody must be told of it, so notifications owes it templates. */
  concerns: 'person' | 'none';
  summary: string;
  data: Data;
}

/** What a decision says has happened; the store adds the envelope. */
export interface Fact {
  type: string;
  data: Record<string, unknown>;
  toDistrict?: string;
}

/** A fact as it arrives at a consumer, its data already read by the contract. */
export type Received<Type extends string, Data extends z.ZodObject> = Omit<Envelope, 'type' | 'data'> & {
  type: Type;
  data: z.infer<Data>;
};

export type ReceivedOf<Contract extends EventContract> = Received<Contract['type'], Contract['data']>;

/** A fact of a contract; `toDistrict` is for facts of the city that one set, or all (`*`), must hear of. */
export function fact<Type extends string, Data extends z.ZodObject>(
  contract: EventContract<Type, Data>,
  data: z.infer<Data>,
  toDistrict?: string,
): Fact {
  return { type: contract.type, data, ...(toDistrict && { toDistrict }) };
}

type Declared<Type extends string, Data extends z.ZodObject> = Omit<EventContract<Type, Data>, 'data'> & {
  data: () => Data;
};

/**
 * Declares an event's contract; the name of the file, of the type and of its example are the same. Its schema is made
 * when somebody reads data by it: a function that only publishes the event starts without it.
 */
export function defineEvent<const Type extends string, Data extends z.ZodObject>(
  declared: Declared<Type, Data>,
): EventContract<Type, Data> {
  const data = once(declared.data);
  return {
    ...declared,
    get data() {
      return data();
    },
  };
}
