import { approveRefusal, overturnRefusal, proposeRefusal } from '../../domain/case/refusing.ts';
import { onCase } from './carry-out.ts';

export const proposeRefusalOf = onCase('propose-refusal', proposeRefusal);
export const approveRefusalOf = onCase('approve-refusal', approveRefusal);
export const overturnRefusalOf = onCase('overturn-refusal', overturnRefusal);
