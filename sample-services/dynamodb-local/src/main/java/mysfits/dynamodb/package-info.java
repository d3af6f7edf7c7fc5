/**
 * DynamoDB Local as the demo runs it.
 */
package mysfits.dynamodb;
