/**
 * Stands in for `@smithy/core/event-streams`, which only S3 Select and streaming services need: 15 KB in every client.
 * S3's client asks for these names when it is made, so they must be there.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error(why);
  }
}

export const eventStreamSerdeProvider = (): never => {
  throw new Error(why);
};

export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;

const why = 'event streams are left out of our bundles';
