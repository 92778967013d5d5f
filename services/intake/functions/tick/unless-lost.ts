import { Conflict } from '#shared/conflict';

/** Whether a write was made; false where it lost a race: whoever won has said himself when the clock looks next. */
export async function unlessLost(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}
