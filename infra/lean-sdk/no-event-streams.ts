/**
 * Stands in for `@smithy/core/event-streams`, which only S3 Select and streaming services need: 15 KB in every client.
 * S3's client asks for the last two names when it is made, so they must be there.
 */
export function EventStreamSerde(): never {
  throw new Error('event streams are left out of our bundles');
}

export const eventStreamSerdeProvider = (): object => ({});

export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;
