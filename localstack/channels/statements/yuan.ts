import { yuanOf } from '../../../services/payments/channels/yuan.ts';

/** Fen as yuan, also below zero. */
export const signedYuan = (fen: number): string => (fen < 0 ? `-${yuanOf(-fen)}` : yuanOf(fen));
