import { gatewayProblems } from '../../infra/constructs/gateway-problems.ts';

const { filtered, throttled, internalError, badGateway, timeout } = gatewayProblems;

/** What every path may answer, whoever handles it. */
export const problemsOfEveryPath = [filtered, throttled, internalError, badGateway, timeout];
