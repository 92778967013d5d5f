/**
 * How long outbox rows are kept as the event log; marks and content that facts hand over live equally long. What is older
 * cannot be replayed.
 */
export const replayWindowDays = 400;
