/**
 * Makes visible what a service sends and receives through JMS.
 */
@NullMarked
package io.tracingstarter.instrument.jms;

import org.jspecify.annotations.NullMarked;
