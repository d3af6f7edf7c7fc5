/**
 * Makes visible what a service sends and receives through RabbitMQ.
 */
@NullMarked
package io.tracingstarter.instrument.amqp;

import org.jspecify.annotations.NullMarked;
