/** Days for which what was found for a form (`materials.prefill-known`) is taken as it was said, and for which it lies in the hand-over bucket. Ours; no source sets them. */
export const daysSaid = 30;
