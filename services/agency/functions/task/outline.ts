import { plain } from '#shared/plain';
import type { Task } from '../../domain/meeting/meeting.ts';

/** What is to be done, by whom, until when. */
export function taskOutline({ state: status, timelineHash, ...found }: Task) {
  return plain({ ...found, status });
}
