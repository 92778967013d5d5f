import * as z from 'zod';
import { once } from '#shared/once';

/**
 * What every fact carries: CloudEvents 1.0 attributes, as the `detail` of an EventBridge entry.
 * `subject` is the aggregate's id and `sequence` its version after the act, so a copy is updated only by a higher one.
 * `toDistrict` asks for the hop from the city's bus to one set, or to all (`*`).
 */
export const envelope = once(() =>
  z.object({
    specversion: z.literal('1.0').describe('Version of CloudEvents'),
    id: z.uuid().describe('Of this fact; a consumer marks it, so that it takes effect once'),
    source: z.string().min(1).describe('`banshi/<set>/<service>`'),
    type: z
      .string()
      .regex(/^[a-z]+\.[a-z-]+\.v\d+$/)
      .describe('`<owner>.<what happened>.v<n>`'),
    subject: z.string().min(1).describe('Id of the aggregate that changed'),
    time: z.iso.datetime({ offset: true }).describe('When it happened (RFC 3339)'),
    datacontenttype: z.literal('application/json'),
    sequence: z
      .int()
      .min(1)
      .describe('Version of the aggregate after the change; a lower one tells a copy nothing new'),
    district: z.string().min(1).describe('The set where it happened'),
    toDistrict: z.string().min(1).optional().describe('Facts of the city: the set that must hear of it, `*` for all'),
    correlationId: z.string().min(1).describe('Joins all that one request led to'),
    causationId: z.string().min(1).describe('The request or fact that led to this one'),
    data: z.record(z.string(), z.unknown()).describe('What the contract of the type says'),
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
