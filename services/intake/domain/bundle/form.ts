import * as z from 'zod';
import { once } from '#shared/once';

const values = once(() => z.record(z.string(), z.unknown()));

/** What was filled in: a value for each shared field, and each item's own part. */
export const bundleForm = once(() => z.strictObject({ shared: values(), items: z.record(z.string(), values()) }));
export type BundleForm = z.infer<ReturnType<typeof bundleForm>>;
