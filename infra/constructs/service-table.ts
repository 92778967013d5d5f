import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

const indexes = ['1', '2', '3'];

const items = ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'];
const readAndWrite = items.map((action) => `dynamodb:${action}`);

const readStream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
  (action) => `dynamodb:${action}`,
);

/** What DynamoDB does with the caller's permissions on a table under a customer-managed key. */
const useKey = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map(
  (action) => `kms:${action}`,
);

/** A service's one table: records, outbox and inbox marks. Kept and protected; nothing may scan it. */
export class ServiceTable extends Construct {
  readonly table: Table;
  readonly streamArn: string;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.#key = key;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
    });
    for (const n of indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: `index${n}`,
        partitionKey: { name: `pk${n}`, type: AttributeType.STRING },
        sortKey: { name: `sk${n}`, type: AttributeType.STRING },
      });
    }
    if (!this.table.tableStreamArn) throw new Error('a table without a stream cannot publish');
    this.streamArn = this.table.tableStreamArn;
  }

  /** Lets a function read and write single items and query, also the indexes; gives it `TABLE_NAME`. */
  grantUse(to: LambdaFunction): void {
    const { tableArn, tableName } = this.table;
    to.may(readAndWrite, [tableArn]);
    to.may(
      ['dynamodb:Query'],
      indexes.map((n) => `${tableArn}/index/index${n}`),
    );
    to.may(useKey, [this.#key.keyArn]);
    to.knows('TABLE_NAME', tableName);
  }

  /** Lets a function read the outbox again for a replay; gives it `TABLE_NAME`. */
  grantReplay(to: LambdaFunction): void {
    to.may(['dynamodb:Query'], [this.table.tableArn]);
    to.knows('TABLE_NAME', this.table.tableName);
  }

  /** Lets a function be fed by the table's stream. */
  grantStream(to: LambdaFunction): void {
    to.may(readStream, [this.streamArn]);
    to.may(['kms:Decrypt'], [this.#key.keyArn]);
  }
}
